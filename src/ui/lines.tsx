/** An amount explained in the order of its calculation: each line with how it came about, its basis when asked, the total last. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Line } from '../../functions/core/pure/law'
import { yuanDisplay } from '../../functions/core/pure/money'
import { say } from '../../functions/core/pure/text'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/cases'
import { Icon, Tag, Words } from './basics'
import { classes, named, press, role } from './press'
import { percentText } from './numbers'
import { Spoken } from './spoken'
import './findings.css'

const useLineText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ how, rate }: Line): string =>
    [how && say(how, language), rate !== undefined && t('rate', { rate: percentText(rate) })]
      .filter((part) => typeof part === 'string')
      .join(' · ')
}

const One = ({ id, line, total }: { readonly id: string; readonly line: Line; readonly total: boolean }) => {
  const t = useText(texts)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { label, fen, basis, unconfirmed } = line
  const how = useLineText()(line)
  const expanded = { 'aria-expanded': open ? 'true' : 'false' } as const
  const fold = basis ? { ...press({ onPress: () => setOpen(!open) }), ...expanded } : {}
  return (
    <View {...named(id)} className={classes('sb-sum', total && 'total')} {...role('listitem')}>
      <View className="sb-sum-row" {...fold}>
        <View className="sb-sum-label grow">{say(label, language)}</View>
        <View className="sb-sum-amount">{t('yuan', { amount: yuanDisplay(fen) })}</View>
        <View className={classes('sb-sum-fold', open && 'open')}>
          {basis && <Icon name="down" size="small" />}
        </View>
      </View>
      {(how !== '' || unconfirmed) && (
        <View className="sb-sum-how">
          <View className="grow">{how !== '' && <Words as="s num">{how}</Words>}</View>
          {unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
        </View>
      )}
      {basis && open && (
        <View className="sb-sum-basis">
          <Words as="s">{t('basis', { basis: say(basis, language) })}</Words>
          {unconfirmed && <Words as="s warn">{t('unconfirmedNote')}</Words>}
        </View>
      )}
    </View>
  )
}

/** `total` is the key of the line that it all comes to: the last one where it is not named. */
export const Lines = ({
  id,
  lines,
  total = lines[lines.length - 1]?.key,
}: {
  readonly id: string
  readonly lines: readonly Line[]
  readonly total?: string
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const sum = lines.find(({ key }) => key === total)
  if (lines.length === 0) return <Words as="s">{t('lines.none')}</Words>
  return (
    <View {...named(id)} className="sb-col g12">
      <View {...role('list')} aria-label={t('lines.list')}>
        {lines.map((line) => (
          <One key={line.key} id={`${id}-${line.key}`} line={line} total={line.key === total} />
        ))}
      </View>
      {sum && (
        <Spoken id={`${id}-spoken`}>
          {t('spoken.sum', {
            label: say(sum.label, language),
            amount: t('yuan', { amount: yuanDisplay(sum.fen) }),
          })}
        </Spoken>
      )}
    </View>
  )
}
