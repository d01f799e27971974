/** Claims, decides and pays without end, many at once, telling each acknowledgement on a line, until it is killed. */
import { subscribers } from '../../../../functions/subscribers'
import { ACCOUNT, overpaidValues } from '../values'
import { APPROVER, CLAIMANT, HALL, material, PAYER, REVIEWER, type World } from '../world'
import { NOW, openKept, payTax } from './kept-world'

const main = async (dataDir: string, round: string): Promise<void> => {
  const world = await openKept(dataDir)
  const tell = (line: string): void => void process.stdout.write(`${line}\n`)
  await payTax(world, round, 3)
  const { body } = await world.call('refunds/vouchers', { limit: 3 }, CLAIMANT)
  const vouchers = (body as { items: { id: string }[] }).items.map(({ id }) => id)
  interface Told {
    readonly id?: string
    readonly proposal?: { readonly place: number } | null
  }
  const ok = async (procedure: string, input: unknown, as: string): Promise<Told | undefined> => {
    const reply = await world.call(procedure, input, as)
    return reply.status === 200 ? (reply.body as Told) : undefined
  }
  const must = async (procedure: string, input: unknown): Promise<unknown> => {
    const reply = await world.call(procedure, input, CLAIMANT)
    if (reply.status !== 200) throw new Error(`${procedure}: ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const proof = await material({ must: must as World['must'] }, 'proofOfOverpayment')
  const live = async (voucherId: string | undefined): Promise<void> => {
    for (;;) {
      const draft = await ok(
        'refunds/saveDraft',
        {
          kind: 'overpaid',
          hallId: HALL,
          voucherId,
          values: overpaidValues(7_000, NOW),
          account: ACCOUNT,
          materials: [{ code: 'proofOfOverpayment', id: proof }],
          step: 'review',
        },
        CLAIMANT,
      )
      const handed = draft && (await ok('refunds/submit', { draftId: draft.id }, CLAIMANT))
      const id = handed?.id
      if (id === undefined) {
        tell('nothing')
        if (draft) await ok('refunds/dropDraft', { draftId: draft.id }, CLAIMANT)
        continue
      }
      tell(`submitted ${id}`)
      if (!(await ok('refunds/accept', { id }, REVIEWER))) continue
      await ok('refunds/startReview', { id }, REVIEWER)
      await ok('refunds/propose', { id, outcome: 'approve', approved: 7_000, reasons: [] }, REVIEWER)
      const seen = await ok('refunds/review', { id }, APPROVER)
      if (await ok('refunds/decide', { id, place: seen?.proposal?.place, agree: true }, APPROVER))
        tell(`approved ${id}`)
      await Promise.all([
        ok('refunds/order', { ids: [id] }, PAYER),
        ok('refunds/order', { ids: [id] }, PAYER),
      ])
      await world.timer('refunds/payOut')
      for (const { name } of subscribers) await world.timer('timers/dispatch', { subscriber: name })
    }
  }
  tell('ready')
  await Promise.all([...vouchers, ...vouchers].map(live))
}

void main(process.argv[2] ?? '', process.argv[3] ?? '')
