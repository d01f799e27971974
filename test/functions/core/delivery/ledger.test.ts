/**
 * The ledger of consent under races: what is left is the sum of its events and never below nothing, a delivery is spent once, and
 * nothing goes out that WeChat was not granted.
 */
import fc from 'fast-check'
import { consentEvents } from '../../../../functions/core/io/delivery/collections-consent'
import { allOf } from '../../../../functions/core/io/store/pages'
import { MINUTE } from '../../../../functions/core/pure/time'
import { openWechatOutbox, type WechatOutbox } from './wechat-parts'

let outbox: WechatOutbox
beforeAll(async () => {
  outbox = await openWechatOutbox()
})
afterAll(() => outbox.end())

/** What WeChat knows may differ from what we do: a grant given on another phone, one that it has forgotten. */
const life = fc.record({
  grants: fc.integer({ min: 1, max: 4 }),
  known: fc.integer({ min: 0, max: 5 }),
  steps: fc.array(fc.constantFrom('tell', 'tell', 'send', 'grant', 'silent', 'busy'), {
    minLength: 3,
    maxLength: 14,
  }),
})

test('in every order of granting, telling and sending, by two senders at once', async () => {
  let who = 0
  await fc.assert(
    fc.asyncProperty(life, async ({ grants, known, steps }) => {
      who += 1
      const openid = `openid-${who}`
      const li = await outbox.granted(openid, grants, known)
      const spentBefore = outbox.wechat.sent.length
      let known2 = known
      for (const step of steps) {
        if (step === 'tell') await outbox.tell(li)
        else if (step === 'grant') {
          const left = outbox.wechat.grants.get(`${openid}|template-of-appointments`) ?? 0
          await outbox.granted(openid, 1, left + 1)
          known2 += 1
        } else if (step === 'busy') outbox.wechat.next.push(-1)
        else if (step === 'silent') outbox.wechat.next.push('html')
        else await Promise.all([outbox.send(), outbox.send()])
        const [left, sum] = [await outbox.remaining(li), await outbox.sumOfEvents(li)]
        expect(left).toBe(sum)
        expect(left).toBeGreaterThanOrEqual(0)
        outbox.services.time.now += MINUTE / 3
      }
      outbox.wechat.next.length = 0
      for (let round = 0; round < 6; round += 1) {
        outbox.services.time.now += 5 * MINUTE
        await outbox.send()
      }
      expect(await outbox.remaining(li)).toBe(await outbox.sumOfEvents(li))
      expect(outbox.wechat.sent.length - spentBefore).toBeLessThanOrEqual(known2)
    }),
    { numRuns: 40, seed: 13 },
  )
  const events = await allOf(outbox.services.store, consentEvents, { index: 'id' })
  const spent = events.filter(({ doc }) => doc.kind === 'spent').map(({ doc }) => doc.deliveryId)
  expect(new Set(spent).size).toBe(spent.length)
  // one event for each that WeChat took, and none besides
  expect(spent.length).toBe(outbox.wechat.sent.length)
}, 60_000)
