import fc from 'fast-check'
import { instantOfId, timeOrderedId } from '../../../../functions/core/pure/ids'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('ids', () => {
  it('have the shape of the contract and carry their instant', () => {
    fc.assert(
      fc.property(instant, bytes, (now, random) => {
        const id = timeOrderedId('ap', now, random)
        expect(id).toMatch(/^ap_[0-9a-z]{26}$/)
        expect(instantOfId(id)).toBe(now)
      }),
    )
  })
  it('sort by time', () => {
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (a, b, x, y) => {
        fc.pre(a !== b)
        expect(timeOrderedId('ap', a, x) < timeOrderedId('ap', b, y)).toBe(a < b)
      }),
    )
  })
  it('want enough randomness, and know what is no id', () => {
    expect(() => timeOrderedId('ap', 1, new Uint8Array(15))).toThrow(RangeError)
    expect(instantOfId('ap_short')).toBeUndefined()
  })
})
