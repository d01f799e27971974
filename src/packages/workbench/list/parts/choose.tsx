/** One of many as a filter: all of them, or the one that is named on the button. */
import { Picker, View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { classes, Icon, press } from '../../../../ui'
import { texts } from '../../messages'

export interface Option {
  readonly value: string
  readonly text: string
}

export const Choose = ({
  id,
  name,
  options,
  value,
  onChange,
}: {
  readonly id: string
  readonly name: string
  readonly options: readonly Option[]
  /** Undefined: all. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}) => {
  const t = useText(texts)
  const all = [{ value: undefined, text: t('all') }, ...options]
  const at = Math.max(
    0,
    all.findIndex((one) => one.value === value),
  )
  const label = t('filterLabel', { name, value: all[at]?.text ?? '' })
  return (
    <Picker
      mode="selector"
      range={all.map(({ text }) => text)}
      value={at}
      onChange={(event) => onChange(all[Number(event.detail.value)]?.value)}
    >
      <View id={id} className={classes('wb-choose', at > 0 && 'on')} {...press({ label })}>
        <View className="grow">{label}</View>
        <Icon name="down" size="small" />
      </View>
    </Picker>
  )
}
