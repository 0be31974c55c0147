-- Uses Neovim as a person does: waits for the findings of the open file, applies the fix whose title has the word FIX, saves,
-- and waits until the file has no finding. Prints the first finding as JSON.

local PATIENCE = 60000

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local function wait_until(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    fail("no " .. what .. " in time; messages: " .. vim.fn.execute("messages"))
  end
end

local fix = vim.env.FIX
wait_until("finding", function() return #vim.diagnostic.get(0) > 0 end)
local finding = vim.diagnostic.get(0)[1]

-- Picks from the list of fixes that the editor offers.
local offered = {}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(offered, title)
    if title:find(fix, 1, true) then
      return choose(item)
    end
  end
end

local before = vim.api.nvim_buf_get_changedtick(0)
vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
vim.lsp.buf.code_action()
wait_until("fix with " .. fix .. " among " .. vim.inspect(offered), function()
  return vim.api.nvim_buf_get_changedtick(0) ~= before
end)
vim.cmd("write")
wait_until("end of the findings", function() return #vim.diagnostic.get(0) == 0 end)

io.stdout:write(vim.fn.json_encode({
  code = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code),
  line = finding.lnum,
  message = finding.message,
}) .. "\n")
vim.cmd("quitall!")
