/** Answers to a form as they are read, section by section: on the review and in a case. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { shownSections, shownValue, type Form, type Values } from '../../../../functions/core/pure/forms'
import { say } from '../../../../functions/core/pure/text'
import { useLanguage } from '../../../messages'
import { Column, Words } from '../../../ui'

export const Answer = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <View className="rf-answer">
    <Words as="s">{label}</Words>
    <View className="rf-answer-value">{children}</View>
  </View>
)

export const Answers = ({
  form,
  values,
  sections,
}: {
  readonly form: Form
  readonly values: Values
  /** All that are asked without it. */
  readonly sections?: readonly string[]
}) => {
  const language = useLanguage()
  const shown = shownSections(form, values).filter(({ key }) => sections?.includes(key) ?? true)
  return (
    <Column gap={12}>
      {shown.map(({ key, title, fields }) => (
        <Column key={key} gap={8}>
          {shown.length > 1 && (
            <Words as="b" level={3}>
              {say(title, language)}
            </Words>
          )}
          {fields.map((field) => (
            <Answer key={field.key} label={say(field.label, language)}>
              {shownValue(field, values[field.key], language)}
            </Answer>
          ))}
        </Column>
      ))}
    </Column>
  )
}
