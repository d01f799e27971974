/** The freeze: who signed it, by which rules, how long before the randomness, and that the list is the one it names. */
import { text } from '../../../../core/pure/text'
import type { Instant } from '../../../../core/pure/time'
import { toHex } from '../../../../core/pure/bytes'
import { instantOfRound, isQuicknet, type Chain } from '../chain'
import { freezeShape, rulesHashOf, type DrawRules, type Freeze } from '../documents'
import { FILES } from '../published'
import { readAs } from '../shape'
import { checked, documentOrTold, signatureChecked, type Verifying } from './checks'
import { listChecked } from './list'

/** The round named is published this long after the freeze, or later: nobody can have known it. */
export const LEAST_WAIT = 10 * 60_000

/** `2026-12-01T02:00:00.000Z` */
export const instantText = (at: Instant): string =>
  Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at)

export const chainChecked = (verifying: Verifying, chain: Chain): boolean => {
  if (isQuicknet(chain)) {
    verifying.tell({
      code: 'chain',
      state: 'holds',
      says: text(
        `本次抽奖使用固定的 drand quicknet 公共随机源（${chain.hash}）`,
        `this draw used the pinned drand quicknet (${chain.hash})`,
      ),
    })
    return true
  }
  const allowed = verifying.allowTestChain === true
  verifying.tell({
    code: 'chain',
    state: allowed ? 'note' : 'fails',
    says: text(
      `!!! 本次抽奖使用测试随机源「${chain.beaconId}」（${chain.hash}），不是公共随机源：结果可以被预知，只能用于演练 !!!`,
      `!!! A TEST CHAIN: "${chain.beaconId}" (${chain.hash}) is not the public one. Whoever holds its key knew the outcome: a rehearsal, not a draw !!!`,
    ),
  })
  return allowed
}

/** What the rules must keep to whatever the campaign: told as one line. @returns the first thing that is wrong */
export const rulesFault = (rules: DrawRules, frozenAt: Instant): string | undefined => {
  const { chain, round, fallback, tiers } = rules
  if (new Set(tiers.map(({ tier }) => tier)).size < tiers.length) return 'tiers'
  if (instantOfRound(chain, round) < frozenAt + LEAST_WAIT) return 'round'
  if (fallback === null) return undefined
  if (new Set(fallback.parties.map(({ party }) => party)).size < fallback.parties.length)
    return 'fallback.parties'
  if (new Set(fallback.parties.map(({ commitment }) => commitment)).size < fallback.parties.length)
    return 'fallback.parties'
  if (fallback.from <= instantOfRound(chain, round)) return 'fallback.from'
  if (fallback.revealBy <= fallback.from) return 'fallback.revealBy'
  return instantOfRound(chain, fallback.round) > fallback.revealBy ? undefined : 'fallback.round'
}

const rulesChecked = (verifying: Verifying, { rules, rulesHash, frozenAt }: Freeze): boolean => {
  const hash = toHex(rulesHashOf(rules))
  const rightHash = checked(verifying, 'rules', hash === rulesHash, {
    right: text(`抽奖规则的哈希是 ${hash}`, `the rules' hash is ${hash}`),
    wrong: text(
      `抽奖规则的哈希是 ${hash}，公布的是 ${rulesHash}`,
      `the rules' hash is ${hash}, published was ${rulesHash}`,
    ),
  })
  const fault = rulesFault(rules, frozenAt)
  const [frozen, published] = [instantText(frozenAt), instantText(instantOfRound(rules.chain, rules.round))]
  const rightRound = checked(verifying, 'round', fault === undefined, {
    right: text(
      `名单于 ${frozen} 封存；指定的第 ${rules.round} 轮随机数在 ${published} 才产生`,
      `frozen at ${frozen}; round ${rules.round}, named then, came at ${published}`,
    ),
    wrong: text(
      `规则的 ${fault ?? ''} 不符合要求（封存于 ${frozen}，第 ${rules.round} 轮在 ${published} 产生，须晚 10 分钟以上）`,
      `rules.${fault ?? ''} is not allowed (frozen at ${frozen}; round ${rules.round} came at ${published}; ten minutes must lie between)`,
    ),
  })
  return rightHash && rightRound
}

const exclusionsChecked = (verifying: Verifying, { received, count, exclusions }: Freeze): boolean => {
  const excluded = exclusions.reduce((sum, { entries }) => sum + entries, 0)
  const reasons = exclusions.map(({ reason, entries }) => `${reason} ${entries}`).join(', ')
  return checked(verifying, 'exclusions', received === count + excluded, {
    right: text(
      `收到 ${received} 条，排除 ${excluded} 条${reasons ? `（${reasons}）` : ''}`,
      `${received} were received, ${excluded} excluded${reasons ? ` (${reasons})` : ''}`,
    ),
    wrong: text(
      `收到 ${received} 条，但名单 ${count} 条加排除 ${excluded} 条不等于它`,
      `${received} were received, but ${count} in the list and ${excluded} excluded do not add up to it`,
    ),
  })
}

/** @returns the freeze, as far as its document can be read, and whether all about it holds */
export const freezeChecked = async (
  verifying: Verifying,
): Promise<{ readonly freeze: Freeze | undefined; readonly holds: boolean }> => {
  const read = readAs<Freeze>(await verifying.files.text(FILES.freeze), freezeShape)
  const freeze = documentOrTold(verifying, FILES.freeze, read)
  if (!freeze) return { freeze, holds: false }
  const checks = [
    signatureChecked(verifying, FILES.freeze, freeze),
    chainChecked(verifying, freeze.rules.chain),
    rulesChecked(verifying, freeze),
    exclusionsChecked(verifying, freeze),
    await listChecked(verifying, freeze, 'ids'),
  ]
  return { freeze, holds: checks.every(Boolean) }
}
