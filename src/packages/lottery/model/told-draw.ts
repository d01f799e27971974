/** What a draw has published, as its page shows it before anybody verifies. Pure. */
import {
  freezeShape,
  resultShape,
  type Freeze,
  type Result,
} from '../../../../functions/lottery/rules/draw/documents'
import { readAs } from '../../../../functions/lottery/rules/draw/shape'

export interface ToldDraw {
  readonly freeze: Freeze | undefined
  readonly result: Result | undefined
}

/** What is not what it should be is not shown: verifying tells why. */
export const toldDraw = (freeze: string | undefined, result: string | undefined): ToldDraw => {
  const [frozen, drawn] = [readAs<Freeze>(freeze, freezeShape), readAs<Result>(result, resultShape)]
  return {
    freeze: frozen.ok ? frozen.value : undefined,
    result: drawn.ok ? drawn.value : undefined,
  }
}

export interface TierWon {
  readonly key: string
  /** Fen. */
  readonly prize: number
  /** Places in the list, counted from 0, in the order drawn. */
  readonly places: readonly number[]
}

export const tiersWon = ({ freeze, result }: ToldDraw): readonly TierWon[] =>
  (result?.tiers ?? []).map(({ tier, winners }) => ({
    key: tier,
    prize: freeze?.rules.tiers.find((one) => one.tier === tier)?.prize ?? 0,
    places: winners,
  }))
