/** A day of instant draws: the seed committed to before it, its list, and every win reckoned again in the order of arrival. */
import { text } from '../../../../core/pure/text'
import { addDays, instantOf, isDay } from '../../../../core/pure/time'
import { fromHex, toHex } from '../../../../core/pure/bytes'
import {
  dayClosingShape,
  dayOpeningShape,
  documentHash,
  rulesHashOf,
  type DayClosing,
  type DayOpening,
} from '../documents'
import { ENTRY_BYTES } from '../entry'
import { dayReckoner, daySeedCommitment, thresholdsOf } from '../instant'
import { FILES } from '../published'
import { readAs } from '../shape'
import { checked, documentOrTold, signatureChecked, type Verifying } from './checks'
import { instantText } from './freeze'
import { listChecked, readList } from './list'

/** Are the chances such that a day can be reckoned by them, and is the day one? */
export const areDayRules = ({ rules }: Pick<DayOpening, 'rules'>): boolean => {
  try {
    return thresholdsOf(rules.tiers).length > 0 && isDay(rules.day)
  } catch {
    return false
  }
}

const openingChecked = (verifying: Verifying, opening: DayOpening): boolean => {
  const { rules, rulesHash, openedAt } = opening
  const hash = toHex(rulesHashOf(rules))
  const signed = signatureChecked(verifying, FILES.dayOpening, opening)
  const rightRules = checked(verifying, 'rules', hash === rulesHash && areDayRules(opening), {
    right: text(`当天规则的哈希是 ${hash}`, `the day's rules have the hash ${hash}`),
    wrong: text(
      '当天规则与公布的哈希不符，或概率有误',
      'the day’s rules are not those of the hash, or their chances are none',
    ),
  })
  const before = isDay(rules.day) && openedAt < instantOf(rules.day)
  const inTime = checked(verifying, 'openedAt', before, {
    right: text(
      `种子的承诺公布于 ${instantText(openedAt)}，早于 ${rules.day}`,
      `the seed was committed to at ${instantText(openedAt)}, before ${rules.day}`,
    ),
    wrong: text('种子的承诺不早于当天', 'the seed was not committed to before the day'),
  })
  return signed && rightRules && inTime
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const winsChecked = async (
  verifying: Verifying,
  opening: DayOpening,
  closing: DayClosing,
): Promise<boolean> => {
  const count = ((await verifying.files.size(FILES.entries)) ?? 0) / ENTRY_BYTES
  const reckoner = dayReckoner(opening.rules, fromHex(closing.seed))
  await readList(verifying, count, reckoner.add)
  const { wins, left } = reckoner.finish()
  const published = closing.wins.map(({ index, tier }) => [index, tier])
  const rightWins = checked(
    verifying,
    'wins',
    sameJson(
      published,
      wins.map(({ index, tier }) => [index, tier]),
    ),
    {
      right: text(
        `当天中奖 ${wins.length} 条，与重新计算一致`,
        `${wins.length} wins that day, as reckoned again`,
      ),
      wrong: text('当天的中奖名单与重新计算不一致', 'the day’s wins are not those reckoned again'),
    },
  )
  const rightLeft = checked(
    verifying,
    'left',
    sameJson(closing.placesLeft, left.places) && closing.poolLeft === left.pool,
    {
      right: text('剩余奖品和奖池一致', 'what is left of places and pool is right'),
      wrong: text('剩余奖品或奖池与重新计算不一致', 'what is left of places or pool is not what is reckoned'),
    },
  )
  return rightWins && rightLeft
}

/** @returns whether all about the day holds */
export const dayChecked = async (verifying: Verifying): Promise<boolean> => {
  const { files } = verifying
  const opening = documentOrTold(
    verifying,
    FILES.dayOpening,
    readAs<DayOpening>(await files.text(FILES.dayOpening), dayOpeningShape),
  )
  const closing = documentOrTold(
    verifying,
    FILES.dayClosing,
    readAs<DayClosing>(await files.text(FILES.dayClosing), dayClosingShape),
  )
  if (!opening || !closing) return false
  const opened = openingChecked(verifying, opening)
  const signed = signatureChecked({ ...verifying, notary: opening.notary }, FILES.dayClosing, closing)
  const ofOpening = checked(
    verifying,
    'opening',
    closing.opening === documentHash(opening) && closing.day === opening.rules.day,
    {
      right: text('结果属于这一天的公布', 'the closing is of this opening'),
      wrong: text('结果属于另一次公布', 'the closing is of another opening'),
    },
  )
  const committed = daySeedCommitment(opening.rules, fromHex(closing.seed)) === opening.seedCommitment
  const rightSeed = checked(verifying, 'seed', committed, {
    right: text('公开的种子与事先的承诺一致', 'the seed is the one committed to'),
    wrong: text('公开的种子与事先的承诺不一致', 'the seed is not the one committed to'),
  })
  const over = isDay(opening.rules.day) && closing.closedAt >= instantOf(addDays(opening.rules.day, 1))
  const inTime = checked(verifying, 'closedAt', over, {
    right: text(
      `种子公开于 ${instantText(closing.closedAt)}，当天已结束`,
      `the seed was shown at ${instantText(closing.closedAt)}, once the day was over`,
    ),
    wrong: text('种子在当天结束前就公开了', 'the seed was shown before the day was over'),
  })
  const rightList = await listChecked(verifying, closing, 'arrival')
  if (!opened) return false
  const rightWins = await winsChecked(verifying, opening, closing)
  return signed && ofOpening && rightSeed && inTime && rightList && rightWins
}
