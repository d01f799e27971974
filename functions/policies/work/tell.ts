/**
 * Telling a part of a version's people, page by page. A notice's id is made of the version and the person, so that nobody is told of it
 * twice, whatever runs again; where to go on stands in the part, so that nobody is left out, whatever dies. Each commit checks that the
 * version still is the one that counts: from the next one's commit on nobody is told of it any more, so that whoever is told of a
 * withdrawal is everybody who was told before.
 */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { accounts } from '../../core/io/identity/collections'
import { LIMITS, type Change, type Version } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { NoticeFacts } from '../../core/pure/notices'
import { DAY_MS, type Instant } from '../../core/pure/time'
import { noticeChanges, noticeIdOf, notices, putNotice, type PutNotice } from '../../inbox/public'
import {
  fanOutParts,
  fanOuts,
  policies,
  policyVersions,
  type FanOutPartDoc,
  type PolicyDoc,
  type PolicyVersionDoc,
} from '../collections'
import { notices as kinds } from '../data/notices'
import { audienceOf } from './show'
import { nextPeople } from './walk'
import { wanting, type Wanting } from './wanting'

/** So long that a correction finds whom the first version was told to. */
export const POLICY_NOTICE_KEPT = 730 * DAY_MS
/** A handler has twenty seconds: what is left then is another event's. */
const BUDGET = 12_000
/** Of one commit that looks: an account, a notice, up to three messages and a count each, beside a receipt. */
const CAREFUL = 6

/** What is told of a version to one person: the same id for it, however often. */
export const thingOf = (policyId: string, version: number): string => `policies|${policyId}|${version}`

export const factsOf = ({ title, effectiveFrom }: PolicyVersionDoc['text']): NoticeFacts => ({
  title: title.zh,
  ...(title.en === '' ? {} : { titleEn: title.en }),
  fromDay: effectiveFrom,
})

interface Telling {
  readonly of: PolicyVersionDoc
  readonly kind: string
  /** Of the policy as it was read, with this version as the one that counts. */
  readonly policy: Version
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Those of a page who were told of an earlier version, by the ids of what they were told. */
const knewBefore = async (
  { store }: Pick<Services, 'store'>,
  { policyId, version }: PolicyVersionDoc,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for (let earlier = 1; earlier < version; earlier += 1) {
    const ids = people.map((accountId) => noticeIdOf(thingOf(policyId, earlier), accountId))
    const found = await reader(store).getMany(notices, ids)
    people.forEach((accountId, at) => found[at] && known.add(accountId))
  }
  return known
}

const noticeFor = ({ of, kind }: Telling, accountId: string): PutNotice => ({
  once: thingOf(of.policyId, of.version),
  accountId,
  kind,
  facts: factsOf(of.text),
  about: of.policyId,
  keptMs: POLICY_NOTICE_KEPT,
  many: true,
})

/** Looks at each again in its commit, and plans what is sent outside. @returns how many of them are told now */
const tellCarefully = (services: Services, telling: Telling, people: readonly Wanting[]): Promise<number> =>
  transact(services, async (tx) => {
    let told = 0
    const { policyId, version } = telling.of
    if ((await tx.get(policies, policyId))?.version !== version) return 0
    for (const { accountId, choices } of people) {
      const notice = noticeFor(telling, accountId)
      const put = await putNotice(tx, { ...notice, choices })
      if (put !== undefined || (await tx.peek(notices, noticeIdOf(notice.once, accountId)))) told += 1
    }
    return told
  })

interface Ready {
  readonly person: Wanting
  /** The account as it was read, the notice, its messages. */
  readonly changes: readonly Change[]
}

/** One commit for all of them. Whatever it is refused for is looked at again, person by person. */
const tellQuickly = async (
  services: Services,
  telling: Telling,
  people: readonly Ready[],
): Promise<number> => {
  const { of, policy } = telling
  const check: Change = { op: 'check', collection: policies.name, id: of.policyId, version: policy }
  const changes = people.flatMap((one) => one.changes)
  const { outcome } = await services.store.commit([check, ...changes])
  if (outcome === 'committed') return people.length
  return tellInTurn(
    services,
    telling,
    people.map(({ person }) => person),
  )
}

const tellInTurn = async (
  services: Services,
  telling: Telling,
  people: readonly Wanting[],
): Promise<number> => {
  let told = 0
  for (const some of chunks(people, CAREFUL)) told += await tellCarefully(services, telling, some)
  return told
}

const readyFor = (telling: Telling, person: Wanting, now: Instant): Ready | undefined => {
  const { accountId, version } = person
  const changes = noticeChanges(noticeFor(telling, accountId), person, now)
  const check: Change = { op: 'check', collection: accounts.name, id: accountId, version }
  return changes && { person, changes: [check, ...changes] }
}

/** As many of them together as a commit takes beside a check of the policy. */
const commitsOf = (people: readonly Ready[]): readonly (readonly Ready[])[] => {
  const commits: Ready[][] = []
  let room = 0
  for (const ready of people) {
    if (ready.changes.length > room) {
      commits.push([])
      room = LIMITS.changes - 1
    }
    commits.at(-1)?.push(ready)
    room -= ready.changes.length
  }
  return commits
}

/** @returns how many of them have been told of this version, now or before */
const tellPeople = async (
  services: Services,
  telling: Telling,
  people: readonly string[],
): Promise<number> => {
  const { policyId, version } = telling.of
  const { fresh, known } = await wanting(services, people, thingOf(policyId, version))
  const now = services.clock()
  const ready = fresh.map((person) => ({ person, quick: readyFor(telling, person, now) }))
  const quick = ready.flatMap((one) => one.quick ?? [])
  const careful = ready.filter((one) => one.quick === undefined).map(({ person }) => person)
  const told = await Promise.all([
    ...commitsOf(quick).map((some) => tellQuickly(services, telling, some)),
    tellInTurn(services, telling, careful),
  ])
  return told.reduce((sum, one) => sum + one, known)
}

/** Whom an earlier version reached hears what changed; whom only this one reaches hears of a policy. */
const tellingOf = (of: PolicyVersionDoc, { over }: FanOutPartDoc, policy: Version): Telling => ({
  of,
  policy,
  kind: kinds[over === 'tag' ? 'published' : of.change].kind,
})

/** Another version counts by now: its own telling finds whom it concerns. */
const endPart = (services: Services, id: string): Promise<false> =>
  transact(services, async (tx) => {
    const standing = await tx.get(fanOutParts, id)
    if (standing && !standing.done)
      tx.replace(fanOutParts, id, { ...standing, done: true, changedAt: tx.now })
    return false as const
  })

/** @returns whether more is left of the part */
const tellPage = async (services: Services, id: string): Promise<boolean> => {
  const part = await reader(services.store).get(fanOutParts, id)
  const [plan, of] = part
    ? await Promise.all([
        reader(services.store).get(fanOuts, part.fanOut),
        reader(services.store).get(policyVersions, part.fanOut),
      ])
    : []
  if (!part || part.done || !plan || !of) return false
  const [policy] = await services.store.read<PolicyDoc>(policies.name, [of.policyId])
  if (policy?.doc.version !== of.version) return endPart(services, id)
  const audience = audienceOf(of.text.audience)
  const page = await nextPeople(services, { ...plan, audience }, part)
  const unique = [...new Set(page.accounts)]
  const before =
    part.over === 'tag' && of.version > 1 ? await knewBefore(services, of, unique) : new Set<string>()
  const people = unique.filter((accountId) => !before.has(accountId))
  const told = await tellPeople(services, tellingOf(of, part, policy.version), people)
  return transact(services, async (tx) => {
    const standing = await tx.get(fanOutParts, id)
    // Another run has been here: what it counted stands.
    if (!standing || standing.done || standing.after !== part.after) return standing?.done === false
    tx.replace(fanOutParts, id, {
      ...standing,
      after: page.next,
      done: page.next === null,
      told: standing.told + told,
      passed: standing.passed + unique.length - told,
      changedAt: tx.now,
    })
    return page.next !== null
  })
}

/** Tells as much of a part as fits into one event, and plans the rest. Safe to repeat and to interrupt anywhere. */
export const tellPart = async (services: Services, id: string): Promise<void> => {
  const stopAt: Instant = services.clock() + BUDGET
  let more = true
  while (more && services.clock() < stopAt) more = await tellPage(services, id)
  if (more)
    await transact(services, (tx) => {
      emit(tx, { kind: 'policies.tell', due: tx.now, payload: { part: id } })
      return Promise.resolve()
    })
}
