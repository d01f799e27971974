/** Who reviews what was entered, and who looks at a campaign’s books. */
import { os } from './os'

const ofReview = () => import('../work/office-review')

export const flags = os.flags.handler(async ({ input, context }) =>
  (await ofReview()).flagsOn(context, input),
)

export const exclude = os.exclude.handler(async ({ input, context }) =>
  (await import('../work/exclude')).excludeEntry(context, input),
)

export const excluded = os.excluded.handler(async ({ input, context }) =>
  (await ofReview()).excludedOf(context, input),
)

export const statistics = os.statistics.handler(async ({ input, context }) =>
  (await import('../work/office-statistics')).statisticsOf(context, input),
)

export const statisticsSheet = os.statisticsSheet.handler(async ({ input, context }) =>
  (await import('../work/office-sheet')).statisticsSheet(context, input),
)
