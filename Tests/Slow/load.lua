-- Mixed work of many users for wrk: each connection pauses as people do between two pages.
--
--   wrk -s load.lua URL -- USERS THINK
--
-- USERS: a file with a line for each user: kind, cookie, form token, then for a unit's officer the unit
-- and the item that is theirs alone. THINK: how many seconds a user looks at a page, on average.

local users, think, place = {}, 2000, 0

-- What each kind of user does, with how often of a hundred.
local doings = {
  officer = {
    { 40, function(u) return save(u) end },
    { 30, function(u) return "/don-vi/" .. u.unit .. "/muc/" .. u.item end },
    { 12, function(u) return "/don-vi/" .. u.unit end },
    { 8, function(u) return "/don-vi/" .. u.unit .. "/tai-lieu" end },
    { 5, function(u) return "/don-vi/" .. u.unit .. "/nop" end },
    { 5, function(u) return "/don-vi/" .. u.unit .. "/phieu-diem" end },
  },
  helper = {
    { 30, function() return "/tham-dinh" end },
    { 60, function(u) return "/tham-dinh/" .. u.unit .. "/" .. u.item end },
    { 10, function() return "/tham-dinh/tien-do" end },
  },
  organiser = {
    { 50, function() return "/xep-hang/so" end },
    { 20, function() return "/hoi-dong" end },
    { 10, function() return "/cong-bo" end },
    { 20, function() return "/nhat-ky" end },
  },
}

-- One user is in one place: the next save of theirs comes after the answer to this one, so that the
-- version is the one that the answer gave.
function save(user)
  user.saves = user.saves + 1
  local body = "token=" .. user.token .. "&auto=1&version=" .. (user.saves - 1)
    .. "&note=l%E1%BA%A7n+" .. user.saves
  return wrk.format("POST", "/don-vi/" .. user.unit .. "/muc/" .. user.item,
    { ["Cookie"] = user.cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function init(arguments)
  think = tonumber(arguments[2]) * 1000
  math.randomseed(7)
  for line in io.lines(arguments[1]) do
    local parts = {}
    for part in line:gmatch("[^\t]+") do parts[#parts + 1] = part end
    users[#users + 1] = { kind = parts[1], cookie = parts[2], token = parts[3], unit = parts[4],
      item = parts[5], saves = 0 }
  end
end

function delay() return math.random(think / 2, think * 3 / 2) end

function request()
  place = place % #users + 1
  local user, chance = users[place], math.random(100)
  for _, doing in ipairs(doings[user.kind]) do
    chance = chance - doing[1]
    if chance <= 0 then
      local what = doing[2](user)
      if what:sub(1, 1) ~= "/" then return what end
      return wrk.format("GET", what, { ["Cookie"] = user.cookie })
    end
  end
end

function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("FIGURES %d %d %.3f %.3f %.3f %.3f\n", summary.requests,
    wrong.status + wrong.connect + wrong.read + wrong.write + wrong.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.duration / 1e6))
end
