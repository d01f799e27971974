/** Notices as their person sees them: told once, in the language of whoever reads, and read when they are. */
import { notices as ofAppointments } from '../../../functions/appointments/data/notices'
import { notices as ofRefunds } from '../../../functions/refunds/data/notices'
import { deployment } from '../../../functions/deployment'
import { accounts } from '../../../functions/core/io/identity/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { sweep } from '../../../functions/core/io/retention/sweep'
import { placesIn } from '../../../functions/core/pure/notices'
import { DAY_MS, HOUR, MINUTE } from '../../../functions/core/pure/time'
import { allCollections } from '../../../functions/all-collections'
import { notices } from '../../../functions/inbox/collections'
import { noticeKind } from '../../../functions/inbox/data/kinds'
import { eventHandlers } from '../../../functions/inbox/events'
import { facts, openInbox, type Inbox } from './parts'

let inbox: Inbox
let li: string
let token: string
beforeEach(async () => {
  inbox = await openInbox()
  li = await inbox.services.person('李')
  token = await inbox.services.tokenOf(li)
})
afterEach(() => inbox.services.close())

const told = async (...over: readonly Parameters<Inbox['tell']>[1][]): Promise<void> => {
  for (const one of over) {
    inbox.services.time.now += MINUTE
    await inbox.tell(li, one)
    await inbox.deliver()
  }
}

test('is told in words, in the language of whoever reads, and leads to the thing itself', async () => {
  await told({})
  expect(await inbox.mine(token)).toMatchObject([
    {
      title: 'Booked',
      body: expect.stringMatching(/^Thu 26 Nov 9:30, .+, .+\. The ticket/),
      link: { page: 'ticket', id: 'ap_1' },
      readAt: null,
    },
  ])
  const [chinese] = await inbox.mine(token, 'zh-CN')
  expect(chinese).toMatchObject({ title: '预约成功' })
  expect(chinese?.body).toMatch(/^11月26日 周四 9:30，.+厅.*，.+。/)
  expect(chinese?.body).not.toMatch(/chengdong|SB01|[{}]/)
})

test('comes newest first, page by page', async () => {
  await told(...Array.from({ length: 7 }, (_, i) => ({ about: `ap_${i}` })))
  const first = await inbox.call('mine', { limit: 3 }, { token })
  const { items, next } = first.body as { items: { link: { id: string } }[]; next: string }
  expect(items.map(({ link }) => link.id)).toEqual(['ap_6', 'ap_5', 'ap_4'])
  const second = await inbox.call('mine', { limit: 50, after: next }, { token })
  expect((second.body as { items: { link: { id: string } }[] }).items.map(({ link }) => link.id)).toEqual([
    'ap_3',
    'ap_2',
    'ap_1',
    'ap_0',
  ])
})

test('is listed by its topic, page by page, and says which it is', async () => {
  const paid = { notice: ofRefunds.paid, facts: { day: '2026-11-20' } }
  await told({}, paid, {}, { ...paid, about: 'rf_2' }, paid)
  const topicsOf = (reply: { readonly body: unknown }) =>
    (reply.body as { items: { topic: string | null }[] }).items.map(({ topic }) => topic)
  expect((await inbox.call('mine', { topic: 'refunds', limit: 2 }, { token })).body).toMatchObject({
    items: [{ topic: 'refunds' }, { topic: 'refunds', link: { id: 'rf_2' } }],
    next: expect.any(String),
  })
  expect(topicsOf(await inbox.call('mine', { topic: 'appointments' }, { token }))).toEqual(
    Array(2).fill('appointments'),
  )
  expect(topicsOf(await inbox.call('mine', { topic: 'lottery' }, { token }))).toEqual([])
  expect(topicsOf(await inbox.call('mine', {}, { token }))).toHaveLength(5)
})

test('the same event, handled again, tells nothing new; nor does the same thing from a handler that ran twice', async () => {
  const event = {
    id: 'ev_1',
    kind: 'inbox.notice',
    at: 0,
    due: 0,
    attempts: 0,
    payload: { accountId: li, kind: ofAppointments.booked.kind, facts, about: null },
  }
  const handle = eventHandlers['inbox.notice']
  await handle?.(event, inbox.services)
  await inbox.read(token, { upTo: inbox.services.time.now })
  await Promise.all(Array.from({ length: 8 }, () => handle?.(event, inbox.services)))
  await told({ once: 'tomorrow|ap_1' }, { once: 'tomorrow|ap_1' })
  // Read before the repeat: it stays read.
  expect((await inbox.mine(token)).map(({ readAt }) => readAt === null)).toEqual([true, false])
  // The same thing, told to somebody else, is hers.
  const wang = await inbox.services.person('王')
  await inbox.tell(wang, { once: 'tomorrow|ap_1' })
  await inbox.deliver()
  expect(await inbox.unread(await inbox.services.tokenOf(wang))).toBe(1)
})

test('is not shown before it is due', async () => {
  await inbox.tell(li, { due: inbox.services.time.now + HOUR })
  await inbox.deliver()
  expect(await inbox.unread(token)).toBe(0)
  inbox.services.time.now += HOUR
  await inbox.deliver()
  expect(await inbox.unread(token)).toBe(1)
})

test('one is read once, all up to an instant, and what came later stays unread', async () => {
  await told({}, {}, {}, {})
  const [last, third, second] = await inbox.mine(token)
  expect(await inbox.read(token, { id: third?.id ?? '' })).toBe(3)
  const readAt = inbox.services.time.now
  inbox.services.time.now += MINUTE
  expect(await inbox.read(token, { id: third?.id ?? '' })).toBe(3)
  expect((await inbox.mine(token))[1]).toMatchObject({ id: third?.id, readAt })
  expect(await inbox.read(token, { upTo: second?.at ?? 0 })).toBe(1)
  expect(await inbox.read(token, { upTo: last?.at ?? 0 })).toBe(0)
  expect(await inbox.read(token, { upTo: last?.at ?? 0 })).toBe(0)
})

test('counts up to a hundred, and reads all however many there are', async () => {
  for (let i = 0; i < 130; i += 1) await inbox.tell(li)
  await inbox.deliver()
  expect(await inbox.unread(token)).toBe(100)
  expect(await inbox.read(token, { upTo: inbox.services.time.now })).toBe(0)
})

test('a stranger’s notice answers as an unknown one, and stays unread', async () => {
  await told({})
  const [hers] = await inbox.mine(token)
  const stranger = await inbox.services.tokenOf(await inbox.services.person('王'))
  for (const id of [hers?.id, `nt_${'0'.repeat(26)}`])
    expect(await inbox.call('read', { id }, { token: stranger })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
  expect(await inbox.read(stranger, { upTo: inbox.services.time.now })).toBe(0)
  expect(await inbox.unread(token)).toBe(1)
})

test('what another version tells is shown as a notice, and opens nothing', async () => {
  await told({ notice: { ...ofAppointments.booked, kind: 'later.unheard' } })
  expect(await inbox.mine(token)).toMatchObject([
    { title: 'There is a notice for you', body: '', link: null },
  ])
})

test('is gone half a year later, and counts no more', async () => {
  await told({})
  inbox.services.time.now += 180 * DAY_MS
  await sweep(inbox.services, allCollections)
  expect(await allOf(inbox.services.store, notices, { index: 'id' })).toEqual([])
  const again = await inbox.services.tokenOf(li)
  expect(await inbox.unread(again)).toBe(0)
})

test('whoever erased her account is told nothing more', async () => {
  await inbox.tell(li)
  const [standing] = await inbox.services.store.read(accounts.name, [li])
  await inbox.services.store.patch({ collection: accounts.name, id: li, set: { erasedAt: 1 } })
  expect(standing).toBeDefined()
  expect(await inbox.deliver()).toMatchObject({ handled: 1, failed: 0 })
  expect(await allOf(inbox.services.store, notices, { index: 'id' })).toEqual([])
})

test('who tells must give every fact that the text has a place for', async () => {
  await expect(inbox.tell(li, { facts: { day: '2026-11-26' } })).rejects.toThrow(
    'appointments.booked needs the fact start',
  )
})

const declared = deployment.flatMap(({ name, notices: own = {} }) =>
  Object.values(own).map((notice) => ({ name, notice })),
)

test.each(declared)(
  '$notice.kind is known to the inbox, and says the same in both languages',
  ({ name, notice }) => {
    const { kind, ...words } = notice
    expect(kind.startsWith(`${name}.`)).toBe(true)
    expect(noticeKind(kind)).toEqual(words)
    for (const { zh, en } of [notice.title, notice.body])
      expect([...placesIn(zh)].sort()).toEqual([...placesIn(en)].sort())
  },
)
