/** Who comes late writes nothing, and a refusal is believed only when nothing can be on its way any more. */
import type { Answer, Found, OutsideService } from '../../../../functions/core/io/outside/contract'
import { workCall } from '../../../../functions/core/io/outside/work'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { openParts, type Parts } from './parts'

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

const refused: Answer = { outcome: 'refused', why: 'noMoney' }
const done: Answer = { outcome: 'done', answer: { fen: 1200 } }
const unknown: Answer = { outcome: 'unknown', why: 'Timeout' }

/** A service that answers what the test says, step by step. */
const scripted = (script: {
  readonly send: readonly (Answer | Promise<Answer>)[]
  readonly ask?: readonly Found[]
  readonly close?: readonly Answer[]
}): OutsideService & { readonly steps: string[] } => {
  const left = { send: [...script.send], ask: [...(script.ask ?? [])], close: [...(script.close ?? [])] }
  const steps: string[] = []
  const next =
    <K extends keyof typeof left>(step: K) =>
    async (): Promise<Awaited<(typeof left)[K][number]>> => {
      steps.push(step)
      const answer = await left[step].shift()
      if (answer === undefined) throw new Error(`no more ${step}`)
      return answer as Awaited<(typeof left)[K][number]>
    }
  // Patient: what is late here is late by the test's clock alone.
  const base = {
    name: 'payments',
    patience: HOUR / 2,
    keptMs: HOUR,
    steps,
    send: next('send'),
    ask: next('ask'),
  }
  return script.close ? { ...base, close: next('close') } : base
}

it('an answer that comes after another worker took its turn is not written', async () => {
  const answers: ((answer: Answer) => void)[] = []
  const held = (): Promise<Answer> => new Promise((resolve) => answers.push(resolve))
  const service = scripted({ send: [held(), held()], ask: [{ outcome: 'absent' }] })
  const sent = async (times: number): Promise<void> => {
    while (service.steps.filter((step) => step === 'send').length < times)
      await new Promise((resolve) => setImmediate(resolve))
  }
  const id = await parts.plan(1200)
  const first = workCall(parts.services, service, id)
  await sent(1)
  parts.services.time.now += HOUR
  const second = workCall(await parts.services.beside(), service, id)
  await sent(2)
  answers[0]?.(refused)
  await first
  expect(await parts.call(id)).toMatchObject({ state: 'sent', sends: 2, turn: 3 })
  answers[1]?.(done)
  await second
  expect(await parts.call(id)).toMatchObject({ state: 'done', next: null })
})

it('a refusal of a call that was sent twice is believed once the id is closed: the first may have come late', async () => {
  const service = scripted({ send: [unknown, refused], ask: [{ outcome: 'absent' }], close: [done] })
  const id = await parts.plan(1200)
  await workCall(parts.services, service, id)
  parts.services.time.now += MINUTE
  await workCall(parts.services, service, id)
  expect(service.steps).toEqual(['send', 'ask', 'send', 'close'])
  expect(await parts.call(id)).toMatchObject({ state: 'done' })
})

it('a close that is not answered is asked for, like anything else', async () => {
  const service = scripted({
    send: [unknown, refused],
    ask: [{ outcome: 'absent' }, refused],
    close: [unknown, refused],
  })
  const id = await parts.plan(1200)
  await workCall(parts.services, service, id)
  for (let minutes = 1; minutes < 3; minutes += 1) {
    parts.services.time.now += MINUTE
    await workCall(parts.services, service, id)
  }
  expect(service.steps).toEqual(['send', 'ask', 'send', 'close', 'ask', 'close'])
  expect(await parts.call(id)).toMatchObject({ state: 'refused', why: 'noMoney', sends: 2 })
})

it('a service that cannot close is asked, and never sent to again after the fourth', async () => {
  const absent = { outcome: 'absent' } as const
  const service = scripted({ send: Array(9).fill(unknown), ask: Array(9).fill(absent) })
  const id = await parts.plan(1200)
  for (let hours = 0; hours < 8; hours += 1) {
    await workCall(parts.services, service, id)
    parts.services.time.now += 2 * HOUR
  }
  expect(service.steps.filter((step) => step === 'send')).toHaveLength(4)
  expect(await parts.call(id)).toMatchObject({ state: 'unknown', sends: 4, why: 'absent' })
})

it('one that nobody has heard of and that cannot be closed is told to an operator, each hour', async () => {
  const absent = { outcome: 'absent' } as const
  const service = scripted({ send: Array(4).fill(unknown), ask: Array(40).fill(absent) })
  const id = await parts.plan(1200)
  for (let hours = 0; hours < 20; hours += 1) {
    await workCall(parts.services, service, id)
    parts.services.time.now += HOUR
  }
  const told = parts.services.logged.filter(({ level }) => level === 'error')
  expect(new Set(told.map(({ message }) => message))).toEqual(new Set(['an outside call is still unknown']))
  expect(told.length).toBeGreaterThan(10)
})
