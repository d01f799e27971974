/** The same refunds on every database: a voucher bounds its claims and money moves once, wherever the documents lie. */
import { refundFaults } from '../../harness/refunds'
import { onEveryEngine } from '../../harness/store/engines'
import { approved, CLAIMANT, openWorld, PAYER, readyDraft, type CaseBody } from './world'

onEveryEngine('refunds', (engine) => {
  test('four claims at once on a voucher with room for two, approved, ordered twice, paid', async () => {
    const world = await openWorld({ engine })
    try {
      const voucherId = await world.voucher(700_000)
      const drafts: string[] = []
      for (let i = 0; i < 4; i += 1) drafts.push(await readyDraft(world, { voucherId, claimed: 300_000 }))
      const answers = await Promise.all(
        drafts.map((draftId) => world.call<{ id: string }>('refunds/submit', { draftId }, { as: CLAIMANT })),
      )
      const ids = answers.flatMap((one) => (one.ok ? [one.body.id] : []))
      expect(ids).toHaveLength(2)
      for (const id of ids) await approved(world, id, 300_000)
      await Promise.all([
        world.call('refunds/order', { ids }, { as: PAYER }),
        world.call('refunds/order', { ids }, { as: PAYER }),
      ])
      await world.settle()
      for (const id of ids) {
        const { case: paid } = await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })
        expect(paid.state).toBe('paid')
      }
      expect(await refundFaults(world.services.store)).toEqual([])
    } finally {
      await world.close()
    }
  }, 120_000)
})
