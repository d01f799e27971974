/** Whether the notary may sign: what a document says is looked at by herself, by her own clock and the verifier's code. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instantOf } from '../../functions/core/pure/time'
import type { KeyedNotary } from '../../functions/lottery/draw/notary'
import { fetchBeacon } from '../../functions/lottery/draw/relays'
import { toHex } from '../../functions/core/pure/bytes'
import { instantOfRound, isQuicknet } from '../../functions/lottery/rules/draw/chain'
import { verifyBls, verifyEd25519 } from '../../functions/lottery/rules/draw/curves'
import {
  dayClosingShape,
  dayOpeningShape,
  fileText,
  freezeShape,
  resultShape,
  rulesHashOf,
  type DayClosing,
  type DayOpening,
  type Freeze,
  type Result,
  type SignedDocument,
} from '../../functions/lottery/rules/draw/documents'
import { FILES, type FileName } from '../../functions/lottery/rules/draw/published'
import { hashBlocks } from '../../functions/core/pure/sha256'
import type { Shape } from '../../functions/lottery/rules/draw/shape'
import { areDayRules } from '../../functions/lottery/rules/draw/verify/day'
import { rulesFault } from '../../functions/lottery/rules/draw/verify/freeze'
import { verifyPublished } from '../../functions/lottery/rules/draw/verify/verify'
import { folderOf } from '../verify-draw/folder'
import { fetchDraw, NotPublished, type Deployment } from './fetching'
import type { Ledger } from './ledger'

export interface Signing {
  readonly notary: KeyedNotary
  readonly ledger: Ledger
  readonly deployment: Deployment
  readonly clock: () => number
  /** Relays that are asked whether a round that was said not to come did come. */
  readonly relays?: readonly string[]
  readonly allowTestChain: boolean
}

/** Why nothing is signed. `notPublished` alone may be otherwise in a minute. */
export type Refusal =
  | 'malformed'
  | 'otherKey'
  | 'testChain'
  | 'rules'
  | 'notYet'
  | 'tooLate'
  | 'otherDocument'
  | 'notSigned'
  | 'notPublished'
  | 'notVerified'
  | 'roundCame'

export type Judgement =
  | { readonly ok: true; readonly signed: SignedDocument }
  | { readonly ok: false; readonly code: Refusal; readonly why?: readonly string[] }

const refuse = (code: Refusal, why?: readonly string[]): Judgement => ({
  ok: false,
  code,
  ...(why ? { why } : {}),
})

/** Two clocks may differ by so much. */
const SKEW = 60_000
/** A round that is so near may be out before anybody sees the freeze. */
const AHEAD = 30_000

const SHAPES: Readonly<Record<SignedDocument['kind'], Shape>> = {
  'shuibang/draw/1 freeze': freezeShape,
  'shuibang/draw/1 result': resultShape,
  'shuibang/draw/1 day opening': dayOpeningShape,
  'shuibang/draw/1 day closing': dayClosingShape,
}

/** The document with a signature of the right length in its place, or undefined when it is none of ours. */
export const documentIn = (value: unknown): SignedDocument | undefined => {
  if (typeof value !== 'object' || value === null || 'signature' in value) return undefined
  const document = { ...value, signature: '00'.repeat(64) } as SignedDocument
  const shape = Object.hasOwn(SHAPES, document.kind) ? SHAPES[document.kind] : undefined
  return shape && shape(document, '') === undefined ? document : undefined
}

/** As the deployment names the draw, and its page. */
const drawIdOf = ({ rules: { campaign, period } }: Freeze | DayOpening): string =>
  `${campaign}.${period.replace(':', '.')}`

/** What this document follows from, as far as the notary signed that. */
const beforeIt = (document: SignedDocument, ledger: Ledger): Freeze | DayOpening | undefined => {
  if (document.kind === 'shuibang/draw/1 freeze' || document.kind === 'shuibang/draw/1 day opening')
    return document
  const isResult = document.kind === 'shuibang/draw/1 result'
  const before = ledger.named(isResult ? document.freeze : document.opening)
  const isOfKind = before?.kind === (isResult ? 'shuibang/draw/1 freeze' : 'shuibang/draw/1 day opening')
  return isOfKind ? before : undefined
}

/** One document a kind and draw. Undefined where what it follows from was not signed here. */
export const keyOf = (document: SignedDocument, ledger: Ledger): string | undefined => {
  const before = beforeIt(document, ledger)
  if (!before) return undefined
  const { campaign, period } = before.rules
  return JSON.stringify([document.kind, campaign, period])
}

const judgeFreeze = (freeze: Freeze, { clock, allowTestChain }: Signing): Refusal | undefined => {
  const { rules, frozenAt, count, received, exclusions, rulesHash } = freeze
  if (!isQuicknet(rules.chain) && !allowTestChain) return 'testChain'
  const excluded = exclusions.reduce((sum, { entries }) => sum + entries, 0)
  const right =
    toHex(rulesHashOf(rules)) === rulesHash &&
    rulesFault(rules, frozenAt) === undefined &&
    received === count + excluded
  if (!right) return 'rules'
  if (frozenAt > clock() + SKEW) return 'notYet'
  return instantOfRound(rules.chain, rules.round) <= clock() + AHEAD ? 'tooLate' : undefined
}

const judgeOpening = (opening: DayOpening, { clock }: Signing): Refusal | undefined => {
  const { rules, rulesHash, openedAt } = opening
  if (toHex(rulesHashOf(rules)) !== rulesHash || !areDayRules(opening)) return 'rules'
  if (openedAt > clock() + SKEW) return 'notYet'
  return Math.max(clock(), openedAt) >= instantOf(rules.day) ? 'tooLate' : undefined
}

/** All that stands published, with this document in its place: does it hold, to the last line? */
const judgeByFiles = async (
  signed: Result | DayClosing,
  before: Freeze | DayOpening,
  { notary, deployment, allowTestChain }: Signing,
): Promise<Judgement | undefined> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'notary-'))
  const put = (name: FileName, document: SignedDocument): void =>
    writeFileSync(path.join(folder, name), fileText(document))
  try {
    const { count } = 'count' in before ? before : (signed as DayClosing)
    await fetchDraw(deployment, { drawId: drawIdOf(before), folder, count })
    // What she signed before stands, whatever the deployment shows now.
    put(before.kind === 'shuibang/draw/1 freeze' ? FILES.freeze : FILES.dayOpening, before)
    put(signed.kind === 'shuibang/draw/1 result' ? FILES.result : FILES.dayClosing, signed)
    const fails: string[] = []
    const holds = await verifyPublished({
      files: folderOf(folder),
      verifyBls,
      verifyEd25519,
      hash: hashBlocks,
      notary: notary.publicKey,
      allowTestChain,
      tell: ({ state, code, says }) => {
        if (state === 'fails') fails.push(`${code}: ${says.en}`)
      },
    })
    return holds ? undefined : refuse('notVerified', fails)
  } catch (error) {
    if (error instanceof NotPublished) return refuse('notPublished', [error.message])
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A round that is said not to have come, and is there for anybody who asks, is the randomness: nothing else. When it came cannot be told
 * from it: where it was late by more than the hour that rules give it, the notary finds out, and allows the secrets herself.
 */
const roundCame = async (freeze: Freeze, { relays, ledger }: Signing): Promise<boolean> => {
  if (ledger.isAllowed(drawIdOf(freeze))) return false
  const { chain, round } = freeze.rules
  return (await fetchBeacon({ chain, round, ...(relays ? { relays } : {}) })).ok
}

/** What the notary's clock, ledger and eyes say about a document of its right shape. */
export const judge = async (document: SignedDocument, signing: Signing): Promise<Judgement> => {
  const { notary, ledger, clock } = signing
  if (document.notary !== notary.publicKey) return refuse('otherKey')
  const before = beforeIt(document, ledger)
  if (!before) return refuse('notSigned')
  const { signature: _, ...unsigned } = document
  const signed = notary.sign(unsigned) as SignedDocument
  if (signed.kind === 'shuibang/draw/1 freeze' || signed.kind === 'shuibang/draw/1 day opening') {
    const fault =
      signed.kind === 'shuibang/draw/1 freeze' ? judgeFreeze(signed, signing) : judgeOpening(signed, signing)
    return fault === undefined ? { ok: true, signed } : refuse(fault)
  }
  const at = signed.kind === 'shuibang/draw/1 result' ? signed.drawnAt : signed.closedAt
  if (at > clock() + SKEW) return refuse('notYet')
  const isBySecrets = signed.kind === 'shuibang/draw/1 result' && signed.source !== 'beacon'
  if (isBySecrets && before.kind === 'shuibang/draw/1 freeze' && (await roundCame(before, signing)))
    return refuse('roundCame')
  return (await judgeByFiles(signed, before, signing)) ?? { ok: true, signed }
}
