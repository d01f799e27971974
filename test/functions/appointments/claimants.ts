/** Accounts that claim numbers, and what stands for them. */
import { appointments, type AppointmentDoc } from '../../../functions/appointments/collections'
import { isActive } from '../../../functions/appointments/rules/states'
import type { Stored } from '../../../functions/core/io/store/contract'
import { forgetVisit, visit } from '../../harness/visits'
import { HALL, type World } from './world'

interface Reply<B> {
  readonly status: number
  readonly body: B & { readonly code?: string }
}

export const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const
export const STARTS = [540, 570, 600, 630, 660, 690] as const

/** An invented credit code. */
export const numbered = (n: number): string => `TAX${300_000_000_000_000 + n}`

export const codeOf = (answer: { readonly ok: boolean; readonly code?: string }): string =>
  answer.ok ? 'ok' : (answer.code ?? '')

export const claimants = (world: () => World) => {
  const ask = async <B>(token: string, procedure: string, input: unknown): Promise<Reply<B>> => {
    const reply = await world().instance.entry.handle({
      procedure: `accounts/${procedure}`,
      input,
      headers: { authorization: `Bearer ${token}` },
    })
    return reply as Reply<B>
  }
  const unbind = (token: string, taxpayerId: string): Promise<Reply<object>> =>
    ask(token, 'unbind', { taxpayerId })
  const bind = async (token: string, number: string): Promise<string | undefined> => {
    const input = { kind: 'enterprise', name: '演示商贸有限公司', number }
    const { status, body } = await ask<{ taxpayer: { id: string } }>(token, 'bind', input)
    return status === 200 ? body.taxpayer.id : undefined
  }
  const verify = async (taxpayerId: string): Promise<boolean> => {
    const officer = await world().signIn('周敏')
    // Whom she has before her has an appointment at her hall; the visit leaves no trace behind.
    const seen = await visit(world().instance.services, taxpayerId, { hallId: HALL })
    const { status } = await ask(officer, 'verify', { taxpayerId, evidence: '营业执照原件' })
    await forgetVisit(world().instance.services, seen)
    return status === 200
  }
  return {
    ask,
    unbind,
    bind,
    verify,
    mustBind: async (token: string, number: string): Promise<string> => {
      const taxpayerId = await bind(token, number)
      if (taxpayerId === undefined) throw new Error(`${number} was not bound`)
      return taxpayerId
    },
    mustVerify: async (taxpayerId: string): Promise<void> => {
      if (!(await verify(taxpayerId))) throw new Error(`${taxpayerId} was not verified`)
    },
    /** An account that acts for nobody yet: one binding of its day is used up. */
    stranger: async (name: string): Promise<string> => {
      const token = await world().signIn(name)
      const { body } = await ask<{ taxpayers: { id: string }[] }>(token, 'me', {})
      for (const { id } of body.taxpayers) await unbind(token, id)
      return token
    },
    /** Standing appointments. */
    standing: async (): Promise<Stored<AppointmentDoc>[]> =>
      (await world().all<AppointmentDoc>(appointments)).filter(({ doc }) => isActive(doc.state)),
  }
}
