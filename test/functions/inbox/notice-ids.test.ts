/** Ids of notices: one for each thing and person, and of one thing in the order of its people's places. */
import { deliveryIdOf } from '../../../functions/core/io/delivery/plan'
import { placeOf, shortened } from '../../../functions/core/io/identity/place'
import { CHANNELS } from '../../../functions/core/pure/delivery/channels'
import { noticeIdOf } from '../../../functions/inbox/public'
import { noticeId } from '../../../functions/inbox/schemas'

const people = Array.from({ length: 2_000 }, (_, at) => `ac_${at}`)
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort()

test('each is one of its own, and looks like one', () => {
  const things = ['policies|po_1|1', 'policies|po_1|2', 'ev_7']
  const ids = things.flatMap((thing) => people.map((accountId) => noticeIdOf(thing, accountId)))
  expect(new Set(ids).size).toBe(things.length * people.length)
  for (const id of ids.slice(0, 50)) expect(noticeId.safeParse(id).success).toBe(true)
  expect(noticeIdOf('ev_7', 'ac_1')).toBe(ids[4_001])
})

test('of one thing they stand in the order of places, messages by channel too; of another elsewhere', () => {
  const inOrder = [...people].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const ids = inOrder.map((accountId) => noticeIdOf('policies|po_1|1', accountId))
  expect(sorted(ids)).toEqual(ids)
  for (const channel of CHANNELS) {
    const messages = ids.map((id) => deliveryIdOf(id, channel))
    expect(sorted(messages)).toEqual(messages)
  }
  const messages = ids.flatMap((id) => CHANNELS.map((channel) => deliveryIdOf(id, channel)))
  expect(new Set(messages).size).toBe(messages.length)
  expect(noticeIdOf('policies|po_1|2', 'ac_1').slice(0, 15)).not.toBe(ids[0]?.slice(0, 15))
})

test.each([
  ['0'.repeat(32), '00000000000000'],
  ['f'.repeat(32), (2n ** 72n - 1n).toString(36)],
  [`${'0'.repeat(17)}1${'f'.repeat(14)}`, '00000000000001'],
])('the first 72 bits of %s in letters and digits', (hex, wanted) => {
  expect(shortened(hex, { bits: 72, length: 14 })).toBe(wanted)
})
