/** Which kind of invoice: the usual ones in words that tell how to know them, the others by the platform's picker. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Field, Choice } from '../../../../../functions/core/pure/forms'
import { text } from '../../../../../functions/core/pure/text'
import { kindName } from '../../../../../functions/invoices/rules/kind-name'
import { useText } from '../../../../messages'
import { classes, press, role, Words } from '../../../../ui'
import { LongChoice } from '../../../../ui/long-choice'
import { texts } from '../../messages'
import { otherKinds, USUAL } from '../../model/entry'
import { useInvoiceWords } from '../words'

interface KindProps {
  readonly value: string
  readonly bad: boolean
  readonly onChange: (kind: string) => void
}

/** How to know them on the paper. */
const KNOWN_BY = { '32': 'kind.32', '31': 'kind.31', '10': 'kind.10', '04': 'kind.04' } as const
const isUsual = (kind: string): kind is keyof typeof KNOWN_BY => kind in KNOWN_BY

const One = ({
  id,
  on,
  title,
  note,
  onPress,
}: {
  readonly id: string
  readonly on: boolean
  readonly title: string
  readonly note: string
  readonly onPress: () => void
}) => (
  <View
    id={id}
    className={classes('sb-choice', on && 'on')}
    {...press({ role: 'radio', chosen: on, onPress })}
  >
    <View className="sb-choice-mark" aria-hidden="true" />
    <View className="sb-col grow">
      <View>{title}</View>
      <Words as="s">{note}</Words>
    </View>
  </View>
)

type ChoiceField = Extract<Field, { readonly type: 'choice' }>
const fieldOf = (read: string): ChoiceField => ({
  key: 'kind',
  label: text('', ''),
  type: 'choice',
  choices: otherKinds(read).map(({ kind }): Choice => ({ value: kind, label: kindName(kind) })),
})

export const KindChoice = ({ value, bad, onChange }: KindProps) => {
  const t = useText(texts)
  const words = useInvoiceWords()
  const [other, setOther] = useState(value !== '' && !isUsual(value))
  return (
    <View id="entry-kind" className="sb-choices" {...role('radiogroup')} aria-label={t('field.kind')}>
      {USUAL.filter(isUsual).map((kind) => (
        <One
          key={kind}
          id={`entry-kind-${kind}`}
          on={!other && value === kind}
          title={words.kind(kind)}
          note={t(KNOWN_BY[kind])}
          onPress={() => {
            setOther(false)
            onChange(kind)
          }}
        />
      ))}
      <One
        id="entry-kind-other"
        on={other}
        title={t('kind.other')}
        note={t('kind.otherNote')}
        onPress={() => {
          setOther(true)
          if (isUsual(value)) onChange('')
        }}
      />
      {other && (
        <View className={classes('sb-field-box', 'sb-field-row', bad && 'bad')}>
          <LongChoice
            id="entry-kind-list"
            field={fieldOf(value)}
            name={t('kind.other')}
            value={value}
            bad={bad}
            onChange={(kind) => onChange(String(kind))}
            onLeave={() => undefined}
          />
        </View>
      )}
    </View>
  )
}
