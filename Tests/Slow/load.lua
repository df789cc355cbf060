-- Mixed work of many users for wrk: a thread with one connection each, which pauses as people do
-- between two pages, so that nobody saves again before the answer to the last save is there.
--
--   wrk -tUSERS -cUSERS -s load.lua URL -- FILE THINK
--
-- FILE: a line for each user: kind, cookie, form token, then a unit and an item; an officer's item is
-- theirs alone. THINK: how many seconds a user looks at a page, on average.
--
-- Prints a line for each request: `REQUEST what status milliseconds`, then the whole.

local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds, nanoseconds; } moment;
  int clock_gettime(int clock, moment *now);
]]

local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("number", #threads)
end

-- What each kind of user does, with how often of a hundred.
local doings = {
  officer = {
    { 40, "save", function() return save() end },
    { 30, "item", function(u) return "/don-vi/" .. u.unit .. "/muc/" .. u.item end },
    { 12, "unit", function(u) return "/don-vi/" .. u.unit end },
    { 8, "shelf", function(u) return "/don-vi/" .. u.unit .. "/tai-lieu" end },
    { 5, "check", function(u) return "/don-vi/" .. u.unit .. "/nop" end },
    { 5, "sheet", function(u) return "/don-vi/" .. u.unit .. "/phieu-diem" end },
  },
  helper = {
    { 30, "work", function() return "/tham-dinh" end },
    { 60, "matter", function(u) return "/tham-dinh/" .. u.unit .. "/" .. u.item end },
    { 10, "progress", function() return "/tham-dinh/tien-do" end },
  },
  organiser = {
    { 50, "ranking", function() return "/xep-hang/so" end },
    { 20, "council", function() return "/hoi-dong" end },
    { 10, "publication", function() return "/cong-bo" end },
    { 20, "log", function() return "/nhat-ky" end },
  },
}

local user, think = {}, 2000
local what, began, saves, version = "", 0, 0, 0
local moment = ffi.new("moment")
answers = ""

local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.seconds) * 1e3 + tonumber(moment.nanoseconds) / 1e6
end

function save()
  saves = saves + 1
  local body = "token=" .. user.token .. "&auto=1&version=" .. version
    .. "&note=l%E1%BA%A7n+" .. saves
  return wrk.format("POST", "/don-vi/" .. user.unit .. "/muc/" .. user.item,
    { ["Cookie"] = user.cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function init(arguments)
  think = tonumber(arguments[2]) * 1000
  math.randomseed(7 + number)
  local place = 0
  for line in io.lines(arguments[1]) do
    place = place + 1
    if place == number then
      local parts = {}
      for part in line:gmatch("[^\t]+") do parts[#parts + 1] = part end
      user = { kind = parts[1], cookie = parts[2], token = parts[3], unit = parts[4],
        item = parts[5] }
    end
  end
end

function delay() return math.random(think / 2, think * 3 / 2) end

function request()
  local chance = math.random(100)
  for _, doing in ipairs(doings[user.kind]) do
    chance = chance - doing[1]
    if chance <= 0 then
      what = doing[2]
      local made = doing[3](user)
      if made:sub(1, 1) == "/" then made = wrk.format("GET", made, { ["Cookie"] = user.cookie }) end
      began = now()
      return made
    end
  end
end

function response(status, headers, body)
  answers = answers .. string.format("REQUEST %s %d %.2f\n", what, status, now() - began)
  -- The next save is over the version that this one's answer gave.
  if what == "save" and status == 200 then version = tonumber(body:match('"version":(%d+)')) end
end

function done(summary, latency)
  for _, thread in ipairs(threads) do io.write(thread:get("answers")) end
  local wrong = summary.errors
  io.write(string.format("FIGURES %d %d %.3f %.3f %.3f %.3f\n", summary.requests,
    wrong.status + wrong.connect + wrong.read + wrong.write + wrong.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.duration / 1e6))
end
