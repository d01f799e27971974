/** How calls of `subscriptions` succeed, and who is a stranger to what they touch. */
import { notices } from '../../../functions/appointments/data/notices'
import { deliveries } from '../../../functions/core/io/delivery/collections'
import { ended } from '../../../functions/core/io/delivery/moves'
import { planDeliveries } from '../../../functions/core/io/delivery/plan'
import { DEFAULT_CHOICES } from '../../../functions/core/pure/delivery/choices'
import { allOf } from '../../../functions/core/io/store/pages'
import { transact } from '../../../functions/core/io/store/transact'
import { putNotice } from '../../../functions/inbox/public'
import { mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'

/** Somebody who was told something. */
const told = async (world: World): Promise<{ readonly person: Person; readonly id: string }> => {
  const person = await world.newcomer()
  const facts = { day: '2026-11-26', start: 570, hallId: world.halls[0] ?? '', matter: 'SB01' }
  const { booked } = notices
  const id = await transact(world.services, (tx) =>
    putNotice(tx, {
      once: person.accountId,
      accountId: person.accountId,
      kind: booked.kind,
      facts,
      about: 'ap_1',
    }),
  )
  return { person, id: id ?? '' }
}

/** A message that nobody knows the end of. */
const lost = async (world: World): Promise<string> => {
  const { accountId } = await world.newcomer()
  const choices = { ...DEFAULT_CHOICES, channels: { wechat: false, sms: false, email: true }, cap: 3 }
  const terms = notices.booked
  return transact(world.services, async (tx) => {
    const noticeId = tx.id('nt')
    const plan = { noticeId, accountId, kind: terms.kind, terms, facts: {}, about: null, choices }
    const [id = ''] = await planDeliveries(tx, plan)
    const doc = await tx.get(deliveries, id)
    if (!doc) throw new Error('a planned message is there')
    tx.replace(deliveries, id, ended(doc, 'unknown', tx.now, { why: 'SenderDied', seen: true }))
    return id
  })
}

/** Whose phone has the code: here, what is to be sent to it. */
const asked = async (world: World): Promise<{ readonly person: Person; readonly code: string }> => {
  const person = await world.newcomer()
  const address = `1${world.random.int(3_000_000_000, 9_999_999_999)}`
  await world.must('subscriptions/addContact', { input: { channel: 'sms', address }, token: person.token })
  const { store, vault } = world.services
  const [sent] = await allOf(store, deliveries, { index: 'account', where: { accountId: person.accountId } })
  const key = await vault.keyOf(person.accountId)
  return { person, code: key.open(`deliveries|${sent?.id ?? ''}|secret`, sent?.doc.secret ?? '') }
}

/** Signed in as WeChat does it, so that the same code names the same person. */
const inWechat = async (world: World): Promise<{ readonly token: string; readonly code: string }> => {
  const code = `good-${world.random.int(0, 1_000_000_000)}`
  const { token } = await world.must<{ token: string }>('accounts/signIn', { input: { code } })
  return { token, code }
}

export const cases: FunctionCases = {
  recipes: {
    choices: mine({}),
    setChoices: mine({
      channels: { wechat: true, sms: false, email: false },
      stopped: ['lottery'],
      quiet: { from: 1320, to: 480 },
      cap: 5,
      digest: { at: 540, topics: ['policies'] },
    }),
    stop: async (world) => {
      const { person, id } = await told(world)
      return { input: { id, what: world.random.chance(0.5) ? 'topic' : 'this' }, token: person.token }
    },
    why: async (world) => {
      const { person, id } = await told(world)
      return { input: { id }, token: person.token }
    },
    addContact: async (world) => {
      const number = world.random.int(3_000_000_000, 9_999_999_999)
      const input = world.random.chance(0.5)
        ? { channel: 'sms', address: `1${number}` }
        : { channel: 'email', address: `li${number}@example.cn` }
      return { input, token: (await world.newcomer()).token }
    },
    confirmContact: async (world) => {
      const { person, code } = await asked(world)
      return { input: { channel: 'sms', code }, token: person.token }
    },
    removeContact: mine({ channel: 'sms' }),
    consents: mine({}),
    grant: async (world) => {
      const { token, code } = await inWechat(world)
      return { input: { answers: [{ template: 'appointment', answer: 'accept' }], code }, token }
    },
    deliver: timer('deliver'),
    undelivered: async (world) => ({ input: {}, token: world.staff.auditor.token }),
    replay: async (world) => ({ input: { id: await lost(world) }, token: world.staff.admin.token }),
  },
  strangers: { stop: 'taxpayer', why: 'taxpayer' },
  owned: {
    stop: async (world) => ({ id: (await told(world)).id, what: 'topic' }),
    why: async (world) => ({ id: (await told(world)).id }),
  },
  open: { replay: 'administrators of the whole deployment' },
  unknown: { id: `nt_${'0'.repeat(26)}`, 'replay.id': `dl_${'0'.repeat(26)}` },
}
