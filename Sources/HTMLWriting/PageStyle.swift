/// How the pages look: light and dark, narrow and wide, on paper in grey.
///
/// Every pair of colours has a contrast of at least 4.5 to 1 (3 to 1 for strokes).
package let pageStyle: StaticString = """
  :root{color-scheme:light dark;--ground:#fff;--soft:#f2f5f8;--ink:#16202b;--dim:#4a5765;--line:#c3ccd6;\
  --accent:#0a4d8c;--bar:#2f6fab;--track:#dde4eb;--mark:#16202b;--warn:#fff3d6;--warn-ink:#5c3b00;\
  --warn-line:#b37a00;--g0:#1f5f99;--g1:#5f93c4;--g2:#a3bfd9;--g3:#d7e1eb}
  @media (prefers-color-scheme:dark){:root{--ground:#12171d;--soft:#1b222b;--ink:#e8edf2;--dim:#b0bcc8;\
  --line:#3d4955;--accent:#8fc4f5;--bar:#5d9fd8;--track:#2c3743;--mark:#fff;--warn:#3a2d0d;\
  --warn-ink:#ffe1a1;--warn-line:#b98a1e;--g0:#a9d2f7;--g1:#6ea4d4;--g2:#44719b;--g3:#2b4964}}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
  body{margin:0;background:var(--ground);color:var(--ink);\
  font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
  a{color:var(--accent);text-underline-offset:.15em}
  a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,\
  [tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
  .skip{position:absolute;left:-200vw;background:var(--ground);padding:.6rem 1rem}
  .skip:focus{left:.5rem;top:.5rem;z-index:2}
  .wrap,main,header>div,footer>div{max-width:72rem;margin:0 auto;padding:0 1rem}
  header{border-bottom:1px solid var(--line);background:var(--soft)}
  header>div{padding-top:.9rem} header nav{margin-bottom:0}
  header p{margin:0}
  .site{font-weight:700;font-size:1.05rem;line-height:1.35}
  .site a{color:inherit;text-decoration:none}
  .site a:hover{text-decoration:underline}
  nav ul{display:flex;flex-wrap:wrap;gap:0 .35rem;list-style:none;margin:.5rem -.6rem 0;padding:0}
  nav a{display:block;padding:.5rem .6rem;text-decoration:none;border-bottom:3px solid transparent}
  nav a:hover{text-decoration:underline}
  nav a[aria-current]{border-color:var(--accent);font-weight:600}
  .mark{margin:0!important;max-width:none;padding:.5rem 1rem;background:var(--warn);color:var(--warn-ink);\
  border-top:1px solid var(--warn-line);text-align:center}
  .mark strong{text-transform:uppercase;letter-spacing:.03em}
  .path{margin:1rem 0 0;color:var(--dim);font-size:.92rem}
  h1{font-size:1.7rem;line-height:1.25;margin:.9rem 0 .6rem;text-wrap:balance}
  h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem}
  h3{font-size:1.05rem;line-height:1.35;margin:1.6rem 0 .4rem}
  p,ul,ol,dl{margin:.5rem 0 .8rem}
  p,li,dd{max-width:75ch}
  .dim,.why{color:var(--dim);font-size:.92rem}
  .why{display:block;font-weight:400;margin-top:.15rem}
  .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1rem 0}
  .facts div{background:var(--soft);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem}
  .facts dt{color:var(--dim);font-size:.88rem}
  .facts dd{margin:0;font-size:1.35rem;font-weight:700;line-height:1.3;overflow-wrap:anywhere}
  .facts small{font-size:.85rem;font-weight:400;color:var(--dim)}
  .scroll{overflow-x:auto;margin:.7rem 0 1rem;border:1px solid var(--line);border-radius:.4rem}
  table{border-collapse:collapse;width:100%;font-size:.95rem}
  caption{text-align:left;padding:.55rem .7rem;font-weight:600;border-bottom:1px solid var(--line);\
  background:var(--soft)}
  caption span{display:inline-block;position:sticky;left:.7rem;max-width:calc(100vw - 4rem)}
  th,td{padding:.45rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
  tbody:last-child tr:last-child>*{border-bottom:0}
  thead th{background:var(--soft);vertical-align:bottom;font-weight:600}
  tbody th,tfoot th{font-weight:400}
  tr.strong>*{font-weight:700;background:var(--soft)}
  tr.group>*{font-weight:600}
  .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
  th.n{white-space:normal} .n:first-child{width:5.5rem}
  tbody th{min-width:9.5rem} #noi-dung-cham tbody th{min-width:14rem}
  .sheet td:first-child{white-space:nowrap}
  .sheet th[scope=row]{min-width:15rem}
  th button{font:inherit;color:inherit;background:none;border:0;padding:.15rem 0;margin:0;cursor:pointer;\
  text-align:inherit;text-decoration:underline dotted;text-underline-offset:.2em;min-height:1.5rem}
  th[aria-sort=ascending] button::after{content:" \\25B2"}
  th[aria-sort=descending] button::after{content:" \\25BC"}
  .tools{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.8rem 0 0}
  .tools label{display:grid;gap:.2rem;font-size:.92rem}
  .tools input,.tools select{font:inherit;height:2.6rem;color:inherit;background:var(--ground);border:1px solid var(--dim);\
  border-radius:.3rem;padding:.4rem .5rem;min-width:12rem;max-width:100%}
  .tools p{margin:0;color:var(--dim);font-size:.92rem}
  svg.bar{display:block;width:10rem;height:1.1rem}
  svg.bar .t{fill:var(--track)} svg.bar .b{fill:var(--bar)} svg.bar .m{fill:var(--mark)}
  svg.bar .o{fill:var(--ground)}
  svg.bar .g0{fill:var(--g0)} svg.bar .g1{fill:var(--g1)} svg.bar .g2{fill:var(--g2)} svg.bar .g3{fill:var(--g3)}
  code{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
  .parts{display:flex;flex-wrap:wrap;gap:.3rem .8rem;list-style:none;padding:0}
  .rule{margin:.3rem 0;padding-left:1.2rem}
  .item{border-top:1px solid var(--line);padding-top:.2rem}
  dl.list{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.2rem .9rem}
  dl.list dt{color:var(--dim)} dl.list dd{margin:0}
  footer{border-top:1px solid var(--line);margin-top:3rem;color:var(--dim);font-size:.9rem;padding:.8rem 0 1.5rem}
  [hidden]{display:none!important}
  @media (max-width:36rem){h1{font-size:1.4rem} dl.list{grid-template-columns:1fr} dl.list dd{margin-bottom:.4rem}\
  th,td{padding:.4rem .5rem} svg.bar{width:6rem} .sheet th[scope=row]{min-width:11rem}}
  @media print{@page{size:A4;margin:15mm 15mm 15mm 20mm}
  :root{--ground:#fff;--soft:#fff;--ink:#000;--dim:#333;--line:#888;--accent:#000;--bar:#555;--track:#ddd;\
  --mark:#000;--warn:#fff;--warn-ink:#000;--warn-line:#000;--g0:#444;--g1:#888;--g2:#bbb;--g3:#e6e6e6}
  body{font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
  nav,.tools,.skip,.path{display:none} a{text-decoration:none;color:inherit}
  .scroll{overflow:visible;border:0} table{font-size:9pt} thead{display:table-header-group} tfoot{display:table-row-group} .why{font-size:.88em}
  tr{break-inside:avoid} h2,h3,caption{break-after:avoid} main,header>div,footer>div{max-width:none;padding:0}
  header{background:none} th,td{padding:.2rem .3rem} .sheet th[scope=row],tbody th,#noi-dung-cham tbody th{min-width:0}
  svg.bar{width:4.5rem} th button{text-decoration:none}}

  """
