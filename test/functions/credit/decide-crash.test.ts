/** A decision dies at each of its writes, before or after it, and is repeated: one decision, on every ledger, told once. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { workItems } from '../../../functions/core/io/cases/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { creditEvents } from '../../../functions/credit/collections'
import { appealIdOf } from '../../../functions/credit/rules/states'
import { everything } from '../../harness/seats'
import { mortal } from '../../harness/mortal'
import { noticesOf } from './notices'
import { openWorld, PERSON, REVIEWER, type World } from './world'

const DAY = '2026-12-01'

const inWorld = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const world = await openWorld()
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

describe.each(['before', 'after'] as const)('dying %s a write', (told) => {
  it.each([
    ['revoke', 'revoked', 'excused', '申诉成立，失约已撤销'],
    ['uphold', 'upheld', 'noShow', '申诉未通过，失约仍然计入'],
  ] as const)(
    'decides once to %s',
    async (outcome, state, visit, title) => {
      let deaths = 0
      for (let at = 0; ; at += 1) {
        const died = await inWorld(async (world) => {
          const id = await world.missed(DAY)
          await world.must('credit/appeal', { appointmentId: id, reason: '家人急诊' }, { as: PERSON })
          await world.tokenOf(REVIEWER)
          const fate = mortal(world.services.store)
          fate.meet(at, told)
          const decision = { id: appealIdOf(id), outcome, reason: '已经核实' }
          const wanted = { as: REVIEWER, key: 'k-0000000000000001' }
          for (let tries = 0; tries < 3; tries += 1) await world.call('credit/decide', decision, wanted)
          const { died } = fate
          fate.live()
          const answer = await world.must<{ state: string }>('credit/decide', decision, wanted)
          expect([at, answer.state]).toEqual([at, state])
          expect((await world.visit(id)).state).toBe(visit)
          expect(await world.noShows(id)).toEqual(outcome === 'revoke' ? [] : [id])
          const { store } = world.services
          const events = await allOf(store, creditEvents, {
            index: 'appointment',
            where: { appointmentId: id },
          })
          expect(events.map(({ doc }) => doc.kind).sort()).toEqual(
            outcome === 'revoke' ? ['missed', 'revoked'] : ['missed'],
          )
          expect(await everything(store, workItems)).toEqual([])
          const audited = await everything(store, auditEntries)
          expect(audited.filter(({ doc }) => doc.action === 'credit/decide')).toHaveLength(1)
          await world.settle()
          expect((await noticesOf(world)).filter((one) => one === title)).toHaveLength(1)
          return died
        })
        if (!died) break
        deaths += 1
      }
      expect(deaths).toBeGreaterThanOrEqual(1)
    },
    60_000,
  )
})
