import { MOST_LINES, roomLeft } from '../../../functions/__name__/rules/room'

test.each([
  [0, MOST_LINES],
  [MOST_LINES - 1, 1],
  [MOST_LINES, 0],
  [MOST_LINES + 1, 0],
])('of %d lines kept, there is room for %d more', (kept, left) => {
  expect(roomLeft(kept)).toBe(left)
})
