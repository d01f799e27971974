/** What people of the demonstration say of themselves, and an office's policies: published earlier, and one for a colleague to publish. */
import { profiles, type TraitsDoc } from '../../functions/profiles/collections'
import { retag } from '../../functions/profiles/tagging'
import type { Services } from '../../functions/core/io/context'
import { reader } from '../../functions/core/io/store/reader'
import { transact } from '../../functions/core/io/store/transact'
import { addDays, dayOf, instantOf, type Day, type Instant } from '../../functions/core/pure/time'
import {
  fanOutParts,
  fanOuts,
  policies,
  policyVersions,
  type PolicyDoc,
} from '../../functions/policies/collections'
import { saverMark } from '../../functions/policies/work/office'
import { partId } from '../../functions/policies/work/fan-out'
import { versionId } from '../../functions/policies/work/publish'
import { accountOf } from './accounts'
import { demoPolicies, type DemoPolicy, type DemoVersion } from './data/policies'

const HALL = 'chengdong-1'
const WRITER = '沈知远'

const NOTHING: TraitsDoc = { kind: null, taxes: [], industry: null, region: null, size: null }

/** By what a taxpayer is: 厦门市 is 350200. */
const SAID: Readonly<Record<string, Readonly<Partial<Record<'person' | 'enterprise', TraitsDoc>>>>> = {
  林小雨: { person: { ...NOTHING, kind: 'person', taxes: ['individualIncome'], region: '350200' } },
  王会芳: {
    enterprise: {
      kind: 'smallScale',
      taxes: ['corporateIncome', 'vat'],
      industry: '62',
      region: '350200',
      size: 'micro',
    },
  },
}

/** What somebody has said since stays. */
const seedProfile = async (services: Services, name: string): Promise<void> => {
  const { id, doc } = await accountOf(services, name)
  if (doc.erasedAt !== undefined || (await reader(services.store).get(profiles, id))) return
  const taxpayers = Object.fromEntries(
    doc.bindings.flatMap(({ taxpayerId, kind }) => {
      const said = SAID[name]?.[kind]
      return said ? [[taxpayerId, said]] : []
    }),
  )
  await transact(services, async (tx) => {
    if (await tx.get(profiles, id)) return
    tx.insert(profiles, id, {
      v: 1,
      taxpayers,
      interests: ['personalTax', 'services'],
      hears: true,
      changedAt: tx.now,
    })
  })
  await retag(services, id)
}

const TEN = 600

const atOf = (today: Day, { daysAgo }: Pick<DemoVersion, 'daysAgo'>): Instant =>
  instantOf(addDays(today, -daysAgo), TEN)

const docOf = (today: Day, { versions, draft }: DemoPolicy, savedBy: string): PolicyDoc => {
  const last = versions[versions.length - 1]
  const at = last ? atOf(today, last) : instantOf(today, 0)
  return {
    v: 1,
    hallId: HALL,
    state: last ? 'published' : 'draft',
    version: versions.length,
    draft: draft ?? null,
    draftWhy: null,
    savedBy: draft ? savedBy : null,
    current: last?.text ?? null,
    category: last?.text.category ?? '',
    changedAt: at,
    publishedAt: last ? at : null,
  }
}

/** With a telling that is over: nobody was there yet, and nobody is told of it now. */
const seedPolicy = async (
  services: Services,
  today: Day,
  policy: DemoPolicy,
  savedBy: string,
): Promise<void> =>
  transact(services, async (tx) => {
    const { id, versions } = policy
    if (await tx.get(policies, id)) return
    tx.insert(policies, id, docOf(today, policy, savedBy))
    versions.forEach((one, place) => {
      const { change, why, text } = one
      const [version, at] = [place + 1, atOf(today, one)]
      const fanOut = versionId(id, version)
      tx.insert(policyVersions, fanOut, { v: 1, policyId: id, version, change, why, text, at })
      const walks = [{ over: 'tag', tag: 'all', parts: 1 }] as const
      tx.insert(fanOuts, fanOut, {
        v: 1,
        policyId: id,
        version,
        change,
        lead: ['all'],
        walks,
        startedAt: at,
      })
      tx.insert(fanOutParts, partId(fanOut, 0, 0), {
        v: 1,
        fanOut,
        over: 'tag',
        tag: 'all',
        part: 0,
        parts: 1,
        after: null,
        done: true,
        told: 0,
        passed: 0,
        changedAt: at,
      })
    })
  })

/** Safe to repeat: what is there stays. */
export const seedPolicies = async (services: Services): Promise<void> => {
  for (const name of Object.keys(SAID)) await seedProfile(services, name)
  const today = dayOf(services.clock())
  const writer = await accountOf(services, WRITER)
  const mark = saverMark(services, writer.id)
  for (const policy of demoPolicies(today)) await seedPolicy(services, today, policy, mark)
}
