/** Being one of the demonstration people, or somebody new. */
import { implement } from '@orpc/server'
import type { Context } from '../../functions/core/io/context'
import { startSession } from '../../functions/core/io/identity/session'
import { say } from '../../functions/core/pure/text'
import { accountOf, bindOnce, inventedNumber } from './accounts'
import { contract } from './contract'
import { demoPeople } from './data/people'

const os = implement(contract).$context<Context>()

const people = os.people.handler(({ context: { language } }) => ({
  people: demoPeople.map(({ name, title, taxpayers, grants }) => ({
    name,
    title: say(title, language),
    roles: grants.length ? [...new Set(grants.map(({ role }) => role))] : ['taxpayer' as const],
    taxpayers: taxpayers.map(({ kind, name: of, verified }) => ({
      kind,
      name: of,
      standing: verified ? ('verified' as const) : ('claimed' as const),
    })),
    halls: grants.flatMap(({ halls = [] }) => [...halls]),
  })),
  demonstration: true as const,
}))

const signInAs = os.signInAs.handler(async ({ input, context }) => {
  const { person } = input
  const account = await accountOf(context, person)
  const known = demoPeople.some(({ name }) => name === person)
  if (!known && account.doc.bindings.length === 0) {
    const name = [...person].length < 2 ? `${person}先生` : person
    await bindOnce(context, account, { kind: 'person', name, number: inventedNumber(context, person) })
  }
  return startSession(context, account, context.now)
})

export const router = { people, signInAs }
