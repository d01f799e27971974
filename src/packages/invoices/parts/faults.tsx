/** Everything that is wrong in a form, at once, each a way to its field. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts as forms } from '../../../messages/forms'
import { Icon, press, role, Words } from '../../../ui'
import { goToField } from '../../../ui/go-to-field'
import '../../../ui/form-fields.css'

export interface ShownFault {
  /** Id of its field. */
  readonly field: string
  readonly label: string
  readonly words: string
}

export const Faults = ({ id, faults }: { readonly id: string; readonly faults: readonly ShownFault[] }) => {
  const t = useText(forms)
  if (faults.length === 0) return null
  return (
    <View id={id} className="sb-note danger sb-faults" {...role('alert')}>
      <Words as="b">{t('faultsTitle', { n: faults.length })}</Words>
      {faults.map(({ field, label, words }) => (
        <View
          key={field}
          id={`${id}-${field}`}
          className="sb-fault"
          {...press({ role: 'link', onPress: () => goToField(field) })}
        >
          <View className="grow">{t('fault', { label, problem: words })}</View>
          <Icon name="next" size="small" />
        </View>
      ))}
    </View>
  )
}
