/** Demonstration accounts, made by the same procedures that anybody uses. */
import { call } from '@orpc/server'
import { router as accounts } from '../../functions/accounts/router'
import type { Context, Services } from '../../functions/core/io/context'
import { findOrCreateAccount, type Account } from '../../functions/core/io/identity/account'
import { AppError } from '../../functions/core/pure/errors'
import { idCheckCharacter } from '../../functions/core/pure/check-digits'
import { transact } from '../../functions/core/io/store/transact'
import type { DemoTaxpayer } from './data/people'

/** A call made by the platform itself on behalf of a demonstration account. */
export const contextFor = (services: Services, { id, doc }: Account, procedure: string): Context => ({
  ...services,
  traceId: `demo-${procedure}`,
  language: 'zh-CN',
  now: services.clock(),
  caller: { kind: 'account', accountId: id, grants: doc.grants },
  procedure,
  key: `demo-${procedure}`,
  device: { userAgent: 'demonstration', address: '' },
  transact: (work) => transact(services, work),
  identity: () => services.vault.pseudonym('call', `${id}|${procedure}`),
  answered: async () => undefined,
})

/** The WeChat identity that a demonstration person has. */
const openidOf = (name: string): string => `demonstration:${name}`

export const accountOf = (services: Services, name: string): Promise<Account> =>
  findOrCreateAccount(services, openidOf(name))

const BOUND_BEFORE: readonly string[] = ['ALREADY_BOUND', 'ALREADY_VERIFIED']

/** Binds a taxpayer; bound already is well. @returns the taxpayer's id, when it was bound now */
export const bindOnce = async (
  services: Services,
  account: Account,
  { kind, name, number }: Omit<DemoTaxpayer, 'verified'>,
): Promise<string | undefined> => {
  try {
    const { taxpayer } = await call(
      accounts.bind,
      { kind, name, number },
      { context: contextFor(services, account, 'accounts/bind') },
    )
    return taxpayer.id
  } catch (error) {
    if (error instanceof AppError && BOUND_BEFORE.includes(error.code)) return undefined
    throw error
  }
}

/** An invented resident number, the same for the same name: division 990102, which is nobody's, and a fitting check digit. */
export const inventedNumber = ({ vault }: Pick<Services, 'vault'>, name: string): string => {
  const drawn = [...vault.pseudonym('demonstration', name)].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 10_957_000,
    7,
  )
  const born = new Date(Date.UTC(1970, 0, 1 + Math.floor(drawn / 1000)))
    .toISOString()
    .slice(0, 10)
    .replace(/-/g, '')
  const seventeen = `990102${born}${String(drawn % 1000).padStart(3, '0')}`
  return `${seventeen}${idCheckCharacter(seventeen)}`
}
