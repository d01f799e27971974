/** The unread count, against every order of telling and reading: what a walk over everything counts. */
import fc from 'fast-check'
import { allOf } from '../../../functions/core/io/store/pages'
import { MINUTE } from '../../../functions/core/pure/time'
import { notices } from '../../../functions/inbox/collections'
import { openInbox, type Inbox } from './parts'

let inbox: Inbox
beforeEach(async () => {
  inbox = await openInbox()
})
afterEach(() => inbox.services.close())

const walked = async (accountId: string): Promise<number> =>
  (await allOf(inbox.services.store, notices, { index: 'id' })).filter(
    ({ doc }) => doc.accountId === accountId && doc.readAt === null,
  ).length

test('thirty told and read at the same time: each answer was true, and the count is', async () => {
  const li = await inbox.services.person('李')
  const token = await inbox.services.tokenOf(li)
  for (let i = 0; i < 30; i += 1) await inbox.tell(li)
  await inbox.deliver()
  const shown = await inbox.mine(token)
  for (let i = 0; i < 10; i += 1) await inbox.tell(li)
  const reads = shown.slice(0, 20).flatMap(({ id }) => [inbox.read(token, { id }), inbox.read(token, { id })])
  const [, , ...counts] = await Promise.all([
    inbox.deliver(),
    inbox.read(token, { upTo: shown[25]?.at ?? 0 }),
    ...reads,
    inbox.unread(token),
  ])
  for (const count of counts) expect(count).toBeLessThanOrEqual(40)
  expect(await inbox.unread(token)).toBe(await walked(li))
  expect((await inbox.mine(token)).length).toBe(40)
})

type Step =
  | { readonly do: 'tell'; readonly who: 0 | 1; readonly thing: number }
  | { readonly do: 'read'; readonly who: 0 | 1; readonly place: number }
  | { readonly do: 'readAll'; readonly who: 0 | 1; readonly back: number }

const who = fc.constantFrom<0 | 1>(0, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('tell' as const), who, thing: fc.nat(12) }),
  fc.record({ do: fc.constant('read' as const), who, place: fc.nat(8) }),
  fc.record({ do: fc.constant('readAll' as const), who, back: fc.nat(6) }),
)

test('in every order each has as many unread as she was told things and has not read', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      round += 1
      const people = await Promise.all(
        [0, 1].map(async (one) => {
          const id = await inbox.services.person(`${round}-${one}`)
          return {
            id,
            token: await inbox.services.tokenOf(id),
            unread: new Map<string, number>(),
            known: new Set<string>(),
          }
        }),
      )
      for (const one of steps) {
        inbox.services.time.now += MINUTE
        const person = people[one.who]
        if (!person) throw new Error('there are two')
        if (one.do === 'tell') {
          await inbox.tell(person.id, { once: `${round}|${one.thing}`, about: String(one.thing) })
          await inbox.deliver()
          const thing = String(one.thing)
          if (!person.known.has(thing)) person.unread.set(thing, inbox.services.time.now)
          person.known.add(thing)
        } else if (one.do === 'read') {
          const notice = (await inbox.mine(person.token))[one.place]
          if (!notice) continue
          person.unread.delete(notice.link?.id ?? '')
          expect(await inbox.read(person.token, { id: notice.id })).toBe(person.unread.size)
        } else {
          const upTo = inbox.services.time.now - one.back * MINUTE
          for (const [thing, at] of person.unread) if (at <= upTo) person.unread.delete(thing)
          expect(await inbox.read(person.token, { upTo })).toBe(person.unread.size)
        }
      }
      for (const { id, token, unread } of people) {
        expect(await inbox.unread(token)).toBe(unread.size)
        expect(await walked(id)).toBe(unread.size)
      }
    }),
    { numRuns: 25, seed: 7 },
  )
}, 60_000)
