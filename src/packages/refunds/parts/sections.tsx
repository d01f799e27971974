/** Sections of the kind's form, and what comes of them so far, line by line. */
import type { Line } from '../../../../functions/core/pure/law'
import { useText } from '../../../messages'
import { Card, Column, Words } from '../../../ui'
import { FormFields, type FormState } from '../../../ui/form-fields'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'

/** The ids of a section's inputs begin so. */
export const sectionId = (section: string): string => `form-${section}`

export const Sections = ({
  form,
  sections,
}: {
  readonly form: FormState
  readonly sections: readonly string[]
}) => (
  <>
    {sections.map((section) => (
      <FormFields key={section} id={sectionId(section)} state={form} section={section} />
    ))}
  </>
)

/** Lines that it all comes to; what stands behind them compares, such as the bonus taxed both ways. */
const SUMS: readonly string[] = ['claimed', 'refund', 'supplement', 'even', 'creditRefund']

export const Result = ({ lines }: { readonly lines: readonly Line[] | undefined }) => {
  const t = useText(texts)
  if (!lines || lines.length === 0) return null
  const sum = lines.filter(({ key }) => SUMS.includes(key)).slice(-1)[0]
  return (
    <Card id="result">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('result.title')}
        </Words>
        <Words as="s">{t('result.lead')}</Words>
        <Lines id="result-lines" lines={lines} {...(sum && { total: sum.key })} />
      </Column>
    </Card>
  )
}
