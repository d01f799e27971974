/** Which hall, which work, and what it is narrowed to. */
import { View } from '@tarojs/components'
import { DUTIES, isDuty } from '../../../../../functions/core/pure/duties'
import { say } from '../../../../../functions/core/pure/text'
import type { OfficeHall } from '../../../../client/halls-on-duty'
import { useLanguage, useText } from '../../../../messages'
import { Button, Segmented } from '../../../../ui'
import { HallChoice } from '../../../../ui/hall-choice'
import { texts } from '../../messages'
import { kindChoices, kindWords } from '../../model/opens'
import { VIEWS, type Wish } from '../../model/wish'
import { Choose } from './choose'

/** Duties that move cases of an office. */
const STEPS = ['review', 'approve', 'pay', 'customs'] as const

const withDuty = ({ duty: _before, ...wish }: Wish, chosen: string | undefined): Wish =>
  chosen !== undefined && isDuty(chosen) ? { ...wish, duty: chosen } : wish

const withKind = ({ feature: _feature, kind: _kind, ...wish }: Wish, chosen: string | undefined): Wish => {
  const [feature, kind] = chosen?.split('/') ?? []
  return feature !== undefined && kind !== undefined ? { ...wish, feature, kind } : wish
}

export const isNarrowed = ({ duty, kind }: Wish): boolean => duty !== undefined || kind !== undefined
export const widened = ({ view }: Wish): Wish => ({ view })

export const ListBar = ({
  halls,
  hall,
  wish,
  onHall,
  onWish,
}: {
  readonly halls: readonly OfficeHall[]
  readonly hall: OfficeHall
  readonly wish: Wish
  readonly onHall: (id: string) => void
  readonly onWish: (wish: Wish) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { view, duty, feature, kind } = wish
  return (
    <View className="sb-card wb-bar">
      <View className="wb-bar-hall">
        <HallChoice label={t('hall')} halls={halls} hall={hall} onHall={onHall} />
      </View>
      <View className="wb-bar-view">
        <Segmented
          id="view"
          label={t('view')}
          value={view}
          choices={VIEWS.map((value) => ({ value, text: t(`view.${value}`) }))}
          onChange={(chosen) => onWish({ ...wish, view: chosen })}
        />
      </View>
      <View className="wb-bar-filters">
        <Choose
          id="filter-duty"
          name={t('filterDuty')}
          value={duty}
          options={STEPS.map((value) => ({ value, text: say(DUTIES[value].words, language) }))}
          onChange={(chosen) => onWish(withDuty(wish, chosen))}
        />
        <Choose
          id="filter-kind"
          name={t('filterKind')}
          value={kind === undefined ? undefined : `${feature ?? ''}/${kind}`}
          options={kindChoices().flatMap((choice) => {
            const words = kindWords(choice)
            return words ? [{ value: `${choice.feature}/${choice.kind}`, text: say(words, language) }] : []
          })}
          onChange={(chosen) => onWish(withKind(wish, chosen))}
        />
        {isNarrowed(wish) && (
          <Button id="clear-filters" kind="text" onPress={() => onWish(widened(wish))}>
            {t('clearFilters')}
          </Button>
        )}
      </View>
    </View>
  )
}
