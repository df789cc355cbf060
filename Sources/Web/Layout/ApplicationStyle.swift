/// What the application adds to the look of the published pages: forms, states, what is due.
let applicationStyle: StaticString = """
  :root{--bad:#a3111c;--bad-ground:#fdecec;--good:#0b5a2b}
  @media (prefers-color-scheme:dark){:root{--bad:#ffb4ab;--bad-ground:#3b1517;--good:#8fe0ab}}
  .top{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;justify-content:space-between;align-items:baseline}
  .account{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;font-size:.92rem}
  form{margin:0}
  button{font:inherit;cursor:pointer;min-height:2.6rem;padding:.45rem 1.1rem;border-radius:.3rem;\
  border:1px solid var(--accent);background:var(--accent);color:var(--ground);font-weight:600}
  button.plain{background:none;border:0;padding:.2rem 0;min-height:1.6rem;color:var(--accent);font-weight:400;\
  text-decoration:underline;text-underline-offset:.15em}
  button.second{background:var(--ground);color:var(--accent)}
  .notice{border-left:4px solid var(--bar);background:var(--soft);padding:.6rem .9rem;max-width:75ch}
  .notice.bad{border-color:var(--bad);background:var(--bad-ground)}
  .due,.fault{color:var(--bad);font-weight:600}
  .fault{display:block;font-weight:400;margin-top:.2rem;max-width:70ch}
  .state{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:0 .55rem;margin:.15rem .3rem 0 0;\
  font-size:.85rem;background:var(--soft)}
  .state.bad{border-color:var(--bad);color:var(--bad);background:none}
  progress{display:block;width:100%;max-width:30rem;height:1rem;accent-color:var(--bar)}
  .field{margin:1rem 0}
  .field>label,legend,.label{display:block;font-weight:600;margin-bottom:.2rem}
  .hint{display:block;color:var(--dim);font-size:.9rem;font-weight:400;max-width:70ch}
  input[type=text],input[type=password],select,textarea{font:inherit;color:inherit;background:var(--ground);\
  border:1px solid var(--dim);border-radius:.3rem;padding:.45rem .55rem;width:100%;max-width:22rem;min-height:2.6rem}
  textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
  input[type=file]{font:inherit;max-width:100%}
  .check{font-weight:400!important}
  code{overflow-wrap:anywhere;font-size:.85rem}
  textarea{max-width:44rem;min-height:5rem}
  input.wide{max-width:44rem}
  [aria-invalid=true]{border-color:var(--bad)!important;border-width:2px!important}
  fieldset{border:1px solid var(--line);border-radius:.4rem;margin:1.2rem 0;padding:.4rem 1rem 1rem;min-width:0}
  legend{padding:0 .4rem}
  .cite{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,1fr) minmax(0,1fr);gap:.4rem .8rem;margin:.6rem 0;\
  padding-bottom:.6rem;border-bottom:1px solid var(--line)}
  .cite select,.cite input[type=text]{max-width:none}
  .cite .actions{grid-column:1/-1;margin:0}
  .lacks{list-style:none;padding:0;margin:.4rem 0}
  .cite label{font-size:.9rem;min-width:0}
  .result{border:1px solid var(--line);border-radius:.4rem;background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
  .result p{margin:.3rem 0}
  .points{font-size:1.15rem;font-weight:700}
  .actions{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin:1.2rem 0}
  .next{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;margin-top:2rem}
  .narrow{max-width:26rem}
  .story{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;font-size:.95rem;line-height:1.5;\
  border:1px solid var(--line);border-radius:.4rem;background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
  .wide td:not(.n){min-width:8.5rem}
  .items td:first-child{white-space:nowrap}
  .items tbody th{min-width:13rem}
  .work td:not(.n){min-width:9rem}
  .sides{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2.5rem;align-items:start}
  .sides h2{margin-top:1.4rem}
  .trial{border:2px solid var(--bar)}
  .result h2{margin-top:.2rem}
  .state.done{border-color:var(--good);color:var(--good);background:none}
  .filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem 1rem;align-items:end;\
  margin:1rem 0}
  .filters label,.choices label,.check{display:block;font-size:.95rem}
  .choices label,.check{padding:.3rem 0;max-width:70ch}
  .votes{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:0 1rem}
  .votes legend{grid-column:1/-1}
  details.form{border:1px solid var(--line);border-radius:.4rem;padding:.3rem 1rem;margin:1rem 0}
  summary{cursor:pointer;padding:.5rem 0;font-weight:600}
  .history li,.data li{margin:.4rem 0}
  .data .dim{margin-left:1.2rem;font-size:.92rem}
  @media (max-width:60rem){.sides{grid-template-columns:minmax(0,1fr)}}
  @media (max-width:36rem){.cite{grid-template-columns:1fr 1fr} .cite label:first-child{grid-column:1/-1}}
  @media (max-width:36rem){.items tbody th{min-width:8rem} .items th,.items td{padding:.4rem .35rem}
  .wide td:not(.n),.work td:not(.n){min-width:6.5rem} .trial tbody th{min-width:6rem}
  [id^=nhom-] td:last-child{min-width:17rem}
  .wide.items td:first-child{min-width:5rem;white-space:normal;overflow-wrap:anywhere}}
  @media (max-width:36rem){.stack,.stack caption,.stack tbody,.stack tr,.stack th,.stack td{display:block}
  .stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .stack tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
  .stack tbody th,.stack tbody td,.stack tbody td.n,.stack td:not(.n),[id^=nhom-].stack td:last-child{min-width:0;width:auto;max-width:none;\
  text-align:left;white-space:normal;overflow-wrap:anywhere;border:0;padding:.15rem .35rem}
  .stack td[data-l]::before{content:attr(data-l) ": ";font-weight:600}
  .stack td:empty{display:none}}
  fieldset.closed{border:0;margin:0;padding:0}
  @media print{form,.account,.actions,.next{display:none}}

  """
