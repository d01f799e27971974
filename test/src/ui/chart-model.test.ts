import { axisOf, FIELD, lineImage, pathOf, placesShown, shareOn } from '../../../src/ui/chart-model'

describe('the axis', () => {
  test.each([
    [[], [0, 1]],
    [[1], [0, 1]],
    [[3], [0, 1, 2, 3]],
    [
      [7, 2],
      [0, 2, 4, 6, 8],
    ],
    [[20], [0, 5, 10, 15, 20]],
    [
      [990, 995, 1000],
      [0, 500, 1000],
    ],
    [[123_456], [0, 50_000, 100_000, 150_000]],
    [
      [-30, 70],
      [-50, 0, 50, 100],
    ],
    [[-5], [-6, -4, -2, 0, 2]],
  ])('of %j has the steps %j: zero among them, nothing beyond its ends', (values, ticks) => {
    const axis = axisOf(values)
    expect(axis.ticks).toEqual(ticks)
    expect([axis.low, axis.high]).toEqual([ticks[0], ticks[ticks.length - 1]])
    for (const value of values) expect(value >= axis.low && value <= axis.high).toBe(true)
  })

  test('gives what is twice as much twice the length', () => {
    const axis = axisOf([400, 800])
    expect(shareOn(axis, 800)).toBe(2 * shareOn(axis, 400))
    expect(shareOn(axis, 0)).toBe(0)
  })
})

test('of many names the first, the middle one and the last are shown', () => {
  expect(placesShown(3, 6)).toEqual([0, 1, 2])
  expect(placesShown(30, 6)).toEqual([0, 14, 29])
})

describe('a line', () => {
  const axis = axisOf([0, 10])

  test('goes from edge to edge, zero at the foot, the top of the axis at the head', () => {
    const { width, height, edge } = FIELD
    expect(pathOf([0, 10], axis)).toBe(`M${edge} ${height}L${width - edge} 0`)
  })

  test('is broken where a value is not known, and a value alone is a dot', () => {
    expect(pathOf([null, 5, null, 5, 5], axis)).toBe('M82.5 70h0M237.5 70L315 70')
  })

  test('is told from the next by its dashes too, and ends in a dot at its last value', () => {
    const [first, second] = [0, 1].map((place) => decodeURIComponent(lineImage([1, 2, null], axis, place)))
    expect(first).toContain("stroke-dasharray=''")
    expect(second).toContain("stroke-dasharray='7 5'")
    expect(first).toContain("<circle cx='160'")
    expect(lineImage([null], axis, 0)).not.toContain('circle')
  })

  test('is an address that stands between double quotes in a style', () => {
    expect(lineImage([1, 2], axis, 0)).toMatch(/^data:image\/svg\+xml,[^";\s<>#]+$/)
  })
})
