/** Ledgers of single claims, as they stood before claims counted by account and number: nothing of them is lost. */
import {
  accounts as accountDocs,
  type AccountDoc,
  type Binding,
} from '../../../functions/core/io/identity/collections'
import {
  appointments,
  ledgers,
  numbers,
  type AppointmentDoc,
  type LedgerDoc,
} from '../../../functions/appointments/collections'
import { claimants, numbered } from './claimants'
import { eachWorld, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))
const { mustBind, mustVerify, standing, stranger, unbind } = claimants(() => world)

describe('ledgers of before, one a claim', () => {
  /** As documents stood before claims counted by account. */
  const asBefore = async (): Promise<void> => {
    const { store } = world.instance.services
    const change = async (collection: string, id: string, version: string, doc: object) =>
      expect(
        (await store.commit([{ op: 'replace', collection, id, version, doc: { ...doc } }])).outcome,
      ).toBe('committed')
    for (const { id } of await world.all(accountDocsById)) {
      const [found] = await store.read<AccountDoc>(accountDocs.name, [id])
      if (!found) continue
      const { countsByAccount: _new, ...doc } = found.doc
      const bindings = doc.bindings.map(({ number: _number, ...binding }: Binding) => binding)
      await change(accountDocs.name, id, found.version, { ...doc, bindings })
    }
    const docs = await world.all<AppointmentDoc>(appointments)
    for (const { id, version, doc } of docs) {
      const { claim: _claim, ...before } = doc
      await change(appointments.name, id, version, before)
    }
    for (const { id, version, doc } of await world.all<LedgerDoc>(ledgers)) {
      const claims = new Set([...doc.active, ...doc.cancellations].map(({ claim }) => claim))
      for (const claim of claims) {
        if (claim === undefined) continue
        const bare = (one: { readonly claim?: string; readonly number?: string }) => {
          const { claim: _is, number: _of, ...rest } = one
          return rest
        }
        const [active, cancellations] = [doc.active, doc.cancellations].map((list) =>
          list.filter((one) => one.claim === claim).map(bare),
        )
        await store.commit([
          { op: 'insert', collection: ledgers.name, id: claim, doc: { ...doc, active, cancellations } },
        ])
      }
      if (claims.size > 0 && !claims.has(undefined))
        await store.commit([{ op: 'remove', collection: ledgers.name, id, version }])
    }
    for (const { id, version } of await world.all(numbers))
      await store.commit([{ op: 'remove', collection: numbers.name, id, version }])
  }
  const accountDocsById = { ...accountDocs, indexes: { id: [] } } as typeof accountDocs

  it('count on, those of claims let go included, and their appointments can be cancelled', async () => {
    const token = await stranger('老用户')
    const [one, two] = [await mustBind(token, numbered(1)), await mustBind(token, numbered(2))]
    for (let i = 0; i < 4; i += 1) {
      const { appointment } = await world.expect('book', { ...wish, taxpayerId: one }, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    const stood = await world.expect('book', { ...wish, taxpayerId: two }, { token })
    await unbind(token, one)
    await asBefore()
    const three = await mustBind(token, numbered(3))
    const [other, theirs] = [await stranger('别人'), numbered(2)]
    const fresh = await world.expect('book', { ...wish, taxpayerId: three }, { token })
    expect(
      await world.call('book', { ...wish, taxpayerId: await mustBind(other, theirs) }, { token: other }),
    ).toMatchObject({ code: 'LIMIT_SLOT' })
    expect(await world.expect('cancel', { id: stood.appointment.id }, { token })).toMatchObject({
      counted: true,
      monthCancellations: 5,
    })
    expect(
      await world.call('book', { ...wish, day: '2026-11-26', taxpayerId: three }, { token }),
    ).toMatchObject({ code: 'CANCEL_LIMIT' })
    expect((await standing()).map(({ id }) => id)).toEqual([fresh.appointment.id])
  })

  it('suspend on, whatever number of the account is verified first', async () => {
    const token = await stranger('老用户')
    const [one, two] = [await mustBind(token, numbered(1)), await mustBind(token, numbered(2))]
    for (let i = 0; i < 5; i += 1) {
      const { appointment } = await world.expect('book', { ...wish, taxpayerId: one }, { token })
      await world.expect('cancel', { id: appointment.id }, { token })
    }
    await unbind(token, one)
    await asBefore()
    await mustVerify(two)
    await world.settle({ again: true })
    const three = await mustBind(token, numbered(3))
    for (let i = 0; i < 2; i += 1)
      expect(await world.call('book', { ...wish, taxpayerId: three }, { token })).toMatchObject({
        code: 'CANCEL_LIMIT',
      })
  })

  it('go over to the verified taxpayer though nothing was booked since', async () => {
    const token = await stranger('老用户')
    const taxpayerId = await mustBind(token, numbered(1))
    const { appointment } = await world.expect('book', { ...wish, taxpayerId }, { token })
    await asBefore()
    await mustVerify(taxpayerId)
    await world.settle({ again: true })
    expect(await world.call('book', { ...wish, taxpayerId }, { token })).toMatchObject({ code: 'LIMIT_SLOT' })
    expect(await world.expect('cancel', { id: appointment.id }, { token })).toMatchObject({ counted: true })
    await world.expect('book', { ...wish, taxpayerId }, { token })
  })
})
