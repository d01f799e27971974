/** Which of the halls that one serves: its name alone, side by side, or a list. For sub-packages alone. */
import { Picker, View } from '@tarojs/components'
import { Icon, Words } from './basics'
import { Segmented } from './forms'
import { press } from './press'

interface Named {
  readonly id: string
  readonly name: string
}

/** More than three do not fit side by side. */
const SIDE_BY_SIDE = 3

export function HallChoice<H extends Named>({
  label,
  halls,
  hall,
  onHall,
}: {
  readonly label: string
  readonly halls: readonly H[]
  readonly hall: H
  readonly onHall: (id: string) => void
}) {
  if (halls.length === 1)
    return (
      <Words as="h" level={2}>
        {hall.name}
      </Words>
    )
  if (halls.length <= SIDE_BY_SIDE)
    return (
      <Segmented
        id="hall"
        label={label}
        value={hall.id}
        onChange={onHall}
        choices={halls.map(({ id, name }) => ({ value: id, text: name }))}
      />
    )
  return (
    <Picker
      mode="selector"
      range={halls.map(({ name }) => name)}
      value={halls.indexOf(hall)}
      onChange={(event) => onHall(halls[Number(event.detail.value)]?.id ?? hall.id)}
    >
      <View id="hall" className="sb-btn ghost" {...press({ label: `${label} ${hall.name}` })}>
        {hall.name}
        <Icon name="down" size="small" />
      </View>
    </Picker>
  )
}
