/** One of a hall's matters, found by its words, with how many wait for it and whether any window serves it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { classes, Empty, press, role, SearchBox, Words } from '../../../ui'
import { texts } from '../messages'
import type { MatterLine } from '../model/answers'

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 9

const found = (matters: readonly MatterLine[], words: string): readonly MatterLine[] => {
  const wanted = words.trim().toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return matters
  return matters.filter(({ matter, name }) =>
    `${matter}${name}`.toLowerCase().replace(/\s+/g, '').includes(wanted),
  )
}

export const MatterChoice = ({
  id,
  matters,
  value,
  onChange,
}: {
  readonly id: string
  readonly matters: readonly MatterLine[]
  readonly value: string | undefined
  readonly onChange: (matter: string) => void
}) => {
  const t = useText(texts)
  const [words, setWords] = useState('')
  const shown = found(matters, words)
  return (
    <View className="sb-col g12">
      {matters.length >= SEARCHED_FROM && (
        <SearchBox id={`${id}-search`} value={words} placeholder={t('matter.search')} onInput={setWords} />
      )}
      {shown.length === 0 && (
        <Empty
          icon="search"
          title={t('matter.none')}
          action={t('matter.all')}
          onAction={() => setWords('')}
        />
      )}
      <View className="hd-matters" {...role('radiogroup')} aria-label={t('matter.label')}>
        {shown.map((one) => (
          <View
            key={one.matter}
            id={`${id}-${one.matter}`}
            className={classes('hd-matter', one.matter === value && 'on')}
            {...press({
              role: 'radio',
              chosen: one.matter === value,
              label: one.name,
              onPress: () => onChange(one.matter),
            })}
          >
            <Words as="b">{one.name}</Words>
            <Words as={one.windows === 0 ? 's warn' : 's'}>
              {one.windows === 0
                ? t('matter.noWindow', { n: one.waiting })
                : t('waitingN', { n: one.waiting })}
            </Words>
          </View>
        ))}
      </View>
    </View>
  )
}
