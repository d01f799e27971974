/** The result: whose it is, the randomness and the seed, and every winner drawn again. */
import { text, type Text } from '../../../../core/pure/text'
import { fromHex, toHex } from '../../../../core/pure/bytes'
import { documentHash, resultShape, type Freeze, type Result, type Source } from '../documents'
import { FILES } from '../published'
import { earliestDraw, randomnessOf, seedOf, type NoRandomness, type Randomness } from '../seed'
import { readAs } from '../shape'
import { winnersOf } from '../winners'
import { checked, documentOrTold, signatureChecked, type Verifying } from './checks'
import { instantText } from './freeze'

const FAULTS: Readonly<Record<NoRandomness, Text>> = {
  malformed: text('随机信标不完整，或不是所要求的格式', 'the beacon is cut off, or is no beacon'),
  otherChain: text('随机信标来自另一个随机源', 'the beacon is of another chain'),
  otherRound: text('随机信标不是指定的那一轮', 'the beacon is not of the round named'),
  badSignature: text(
    '随机信标的签名不是随机源的签名：是伪造的',
    'the beacon is forged: the network did not sign it',
  ),
  badRandomness: text('随机数不是信标签名的哈希', 'the randomness is not the hash of the beacon’s signature'),
  notYet: text('没有指定那一轮的随机信标', 'there is no beacon of the round named'),
  malformedReveals: text('各方公开的秘密值不是所要求的格式', 'what the parties revealed is not readable'),
  laterRoundNotYet: text(
    '有一方没有公开秘密值，而事先指定替代的那一轮信标不在',
    'a party did not reveal, and the beacon named for that case is not there',
  ),
}

const SOURCES: Readonly<Record<Source, Text>> = {
  beacon: text(
    '随机数来自指定的那一轮，签名正确',
    'the randomness is the round named, signed by its network',
  ),
  reveals: text(
    '随机数由各方公开的秘密值产生',
    'the randomness is the parties’ secrets, all as committed to',
  ),
  otherReveals: text(
    '随机数由其余各方的秘密值和事先指定的后一轮信标产生',
    'the randomness is the other parties’ secrets and the later round named for that case',
  ),
}

/** What stands in a file: undefined when it is not there, `null` (which is no beacon) when it is not JSON. */
const jsonIn = (content: string | undefined): unknown => {
  if (content === undefined) return undefined
  try {
    return JSON.parse(content) as unknown
  } catch {
    return null
  }
}

const randomnessChecked = async (verifying: Verifying, { rules }: Freeze): Promise<Randomness> => {
  const randomness = randomnessOf(
    rules,
    {
      beacon: jsonIn(await verifying.files.text(FILES.beacon)),
      reveals: jsonIn(await verifying.files.text(FILES.reveals)),
    },
    verifying.verifyBls,
  )
  for (const { party, fault } of randomness.silent)
    verifying.tell({
      code: 'silent',
      state: 'note',
      says:
        fault === 'missing'
          ? text(`${party} 没有公开秘密值`, `${party} did not reveal`)
          : text(`${party} 公开的秘密值与承诺不符`, `${party} revealed what was not committed to`),
    })
  checked(verifying, 'randomness', randomness.ok, {
    right: SOURCES[randomness.ok ? randomness.source : 'beacon'],
    wrong: FAULTS[randomness.ok ? 'malformed' : randomness.fault],
  })
  if (randomness.ok && randomness.source !== 'beacon')
    verifying.tell({
      code: 'fallback',
      state: 'note',
      says: text(
        `没有使用第 ${rules.round} 轮随机信标。只有它在 ${instantText(rules.fallback?.from ?? 0)} 前没有公布，这样才对：有它的人放进 ${FILES.beacon} 即可推翻`,
        `round ${rules.round} was not used. That is right only if nobody could have it by ${instantText(rules.fallback?.from ?? 0)}: whoever has it, put it into ${FILES.beacon} and verify again`,
      ),
    })
  return randomness
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((index, at) => index === b[at])

const winnersChecked = (verifying: Verifying, freeze: Freeze, result: Result, seed: Uint8Array): boolean => {
  const { tiers, replacements } = freeze.rules
  const drawn = winnersOf({ seed, count: freeze.count, tiers, replacements })
  const named = checked(verifying, 'tiers', result.tiers.length === drawn.tiers.length, {
    right: text(`共 ${drawn.tiers.length} 个奖级`, `${drawn.tiers.length} tiers`),
    wrong: text('奖级与规则不符', 'the tiers are not those of the rules'),
  })
  const rightTiers = drawn.tiers.map(({ tier, winners }, at) => {
    const published = result.tiers[at]
    return checked(verifying, 'winners', published?.tier === tier && same(published.winners, winners), {
      right: text(
        `${tier}：${winners.length} 名，与重新计算一致`,
        `${tier}: ${winners.length} winners, as drawn again`,
      ),
      wrong: text(
        `${tier}：公布的中奖名单与重新计算不一致`,
        `${tier}: the winners are not those drawn again`,
      ),
    })
  })
  const rightNext = checked(verifying, 'replacements', same(result.replacements, drawn.replacements), {
    right: text(
      `候补 ${drawn.replacements.length} 名，顺序一致`,
      `${drawn.replacements.length} replacements, in order`,
    ),
    wrong: text('候补名单与重新计算不一致', 'the replacements are not those drawn again'),
  })
  return named && rightTiers.every(Boolean) && rightNext
}

/** @returns whether all about the result holds */
export const resultChecked = async (verifying: Verifying, freeze: Freeze): Promise<boolean> => {
  const read = readAs<Result>(await verifying.files.text(FILES.result), resultShape)
  const result = documentOrTold(verifying, FILES.result, read)
  const randomness = await randomnessChecked(verifying, freeze)
  if (!result || !randomness.ok) return false
  const signed = signatureChecked({ ...verifying, notary: freeze.notary }, FILES.result, result)
  const ofFreeze = checked(verifying, 'freeze', result.freeze === documentHash(freeze), {
    right: text('结果属于这份封存名单', 'the result is of this freeze'),
    wrong: text('结果属于另一份封存名单', 'the result is of another freeze'),
  })
  const told =
    result.source === randomness.source &&
    JSON.stringify(result.silent.map(({ party, fault }) => [party, fault])) ===
      JSON.stringify(randomness.silent.map(({ party, fault }) => [party, fault]))
  const rightSource = checked(verifying, 'source', told, {
    right: text('随机数的来源如实公布', 'where the randomness is from was told'),
    wrong: text(
      '公布的随机数来源不是实际所用',
      'the result names another source of randomness, or other silent parties',
    ),
  })
  const inTime = checked(
    verifying,
    'drawnAt',
    result.drawnAt >= earliestDraw(freeze.rules, randomness.source),
    {
      right: text(`开奖于 ${instantText(result.drawnAt)}`, `drawn at ${instantText(result.drawnAt)}`),
      wrong: text('开奖早于随机数产生', 'drawn before the randomness was there'),
    },
  )
  const seed = seedOf({
    commitment: fromHex(freeze.commitment),
    rulesHash: fromHex(freeze.rulesHash),
    randomness: randomness.randomness,
  })
  const rightSeed = checked(verifying, 'seed', result.seed === toHex(seed), {
    right: text(`种子是 ${result.seed}`, `the seed is ${result.seed}`),
    wrong: text(
      `种子应是 ${toHex(seed)}，公布的是 ${result.seed}`,
      `the seed is ${toHex(seed)}, published was ${result.seed}`,
    ),
  })
  const rightWinners = winnersChecked(verifying, freeze, result, seed)
  return signed && ofFreeze && rightSource && inTime && rightSeed && rightWinners
}
