/** A small draw in a folder of its own, by a chain and a notary of ours. */
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { draw } from '../../../../functions/lottery/draw/draw'
import { freeze, type ToFreeze } from '../../../../functions/lottery/draw/freeze'
import { notaryOf } from '../../../../functions/lottery/draw/notary'
import type { Beacon } from '../../../../functions/lottery/rules/draw/beacon'
import { toHex } from '../../../../functions/core/pure/bytes'
import { instantOfRound, roundFrom } from '../../../../functions/lottery/rules/draw/chain'
import type { DrawRules, Freeze, Result } from '../../../../functions/lottery/rules/draw/documents'
import { partyCommitment, type Reveal } from '../../../../functions/lottery/rules/draw/reveals'
import { testChain } from '../../../harness/draw/chain'
import { someEntries } from '../../../harness/draw/entries'
import { sha } from './slow'

export const CHAIN = testChain()
export const NOTARY = notaryOf(sha('notary'))
const MINUTE = 60_000
export const FROZEN_AT = Date.parse('2026-12-01T02:00:00Z')
export const ROUND = roundFrom(CHAIN.chain, FROZEN_AT + 10 * MINUTE)
export const ROUND_AT = instantOfRound(CHAIN.chain, ROUND)

export const PARTIES: readonly string[] = ['国家税务总局示例市税务局', '公证处', '市民代表']
export const SECRETS: readonly Buffer[] = PARTIES.map((party) => sha('secret of', party))
export const REVEALS: readonly Reveal[] = PARTIES.map((party, at) => ({
  party,
  secret: toHex(SECRETS[at] ?? new Uint8Array(32)),
}))

export const rulesOf = (change: Partial<DrawRules> = {}): DrawRules => ({
  campaign: 'sample',
  period: '2026-11',
  campaignRules: sha('campaign').toString('hex'),
  tiers: [
    { tier: 'first', places: 1, prize: 80_000 },
    { tier: 'second', places: 4, prize: 30_000 },
    { tier: 'third', places: 20, prize: 5000 },
  ],
  replacements: 10,
  chain: CHAIN.chain,
  round: ROUND,
  fallback: {
    parties: PARTIES.map((party, at) => ({
      party,
      commitment: partyCommitment(party, SECRETS[at] ?? new Uint8Array(32)),
    })),
    from: ROUND_AT + 60 * MINUTE,
    revealBy: ROUND_AT + 120 * MINUTE,
    round: roundFrom(CHAIN.chain, ROUND_AT + 121 * MINUTE),
  },
  ...change,
})

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'draw-'))

export const toFreeze = (change: Partial<ToFreeze> = {}): ToFreeze => ({
  folder: newFolder(),
  entries: () => [someEntries(200)],
  exclusions: [
    { reason: 'redLetter', entries: 3 },
    { reason: 'splitting', entries: 2 },
  ],
  rules: rulesOf(),
  now: FROZEN_AT,
  notary: NOTARY,
  ...change,
})

export interface PublishedDraw {
  readonly folder: string
  readonly frozen: Freeze
  readonly result: Result
}

export const publishDraw = async (
  change: Partial<ToFreeze> = {},
  given: { readonly beacon?: Beacon; readonly reveals?: readonly Reveal[]; readonly now?: number } = {
    beacon: CHAIN.sign(ROUND),
  },
): Promise<PublishedDraw> => {
  const wanted = toFreeze(change)
  const { folder, notary } = wanted
  const frozen = await freeze(wanted)
  const result = await draw({ folder, now: ROUND_AT, notary, ...given })
  return { folder, frozen, result }
}

export const copyOf = (folder: string): string => {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Every file by its bytes: what two folders must have alike. */
export const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, sha(readFileSync(path.join(folder, name))).toString('hex')]),
  )
