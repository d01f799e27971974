/** What an invoice is kept for: all categories before the eyes, one tap each. */
import { View } from '@tarojs/components'
import { CATEGORY_CODES, type CategoryCode } from '../../../../functions/invoices/data/categories'
import { useText } from '../../../messages'
import { classes, press, role } from '../../../ui'
import { texts } from '../messages'
import { useInvoiceWords } from './words'

export const CategoryChoice = ({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: CategoryCode
  readonly onChange: (category: CategoryCode) => void
}) => {
  const t = useText(texts)
  const words = useInvoiceWords()
  return (
    <View id={id} className="inv-chips" {...role('radiogroup')} aria-label={t('category')}>
      {CATEGORY_CODES.map((code) => (
        <View
          key={code}
          id={`${id}-${code}`}
          className={classes('inv-chip', code === value && 'on')}
          {...press({
            role: 'radio',
            chosen: code === value,
            label: words.category(code),
            onPress: () => onChange(code),
          })}
        >
          {words.category(code)}
        </View>
      ))}
    </View>
  )
}
