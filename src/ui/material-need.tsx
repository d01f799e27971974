/** One material that is asked for: what, why, by which rule, what is attached, what is on file, and the ways to add. */
import { View } from '@tarojs/components'
import { shownValue, type Form } from '../../functions/core/pure/forms'
import { say } from '../../functions/core/pure/text'
import { WAYS } from '../client/pick'
import type { Material, Materials } from '../client/use-materials'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/materials'
import { Note, Tag, Words } from './basics'
import { Button } from './button'
import { Attached, OnItsWay, Stored, type Removing } from './material-files'
import type { Looked } from './material-look'
import type { Need } from './material-model'
import { named, role } from './press'

/** The field that a need depends on, with the answers for which it is needed. */
export const useWhenText = (form: Form | undefined) => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ when }: Need, key: 'because' | 'onlyIf'): string | undefined => {
    const field = form?.sections.flatMap(({ fields }) => fields).find((one) => one.key === when?.key)
    if (!when || !field) return undefined
    const answers = when.in.map((value) => shownValue(field, value, language))
    return t(key, { label: say(field.label, language), value: answers.join(t('comma')) })
  }
}

interface NeedProps {
  readonly id: string
  readonly need: Need
  readonly of: Materials
  readonly form: Form | undefined
  readonly onFile: readonly Material[]
  /** One tried to go on: what is missing is said at its place. */
  readonly missing: boolean
  readonly onLook: (looked: Looked) => void
  readonly onRemove: (removing: Removing) => void
}

const Ways = ({ id, need, of }: Pick<NeedProps, 'id' | 'need' | 'of'>) => {
  const t = useText(texts)
  const language = useLanguage()
  const name = say(need.name, language)
  return (
    <View className={WAYS.length > 1 ? 'sb-pair' : 'sb-row start'}>
      {WAYS.map((way) => {
        const text = t(way === 'photo' ? 'add.photo' : WAYS.length > 1 ? 'add.chat' : 'add.file')
        const nameOf = (n: number): string =>
          way === 'photo' ? t('photoName', { need: name, n }) : t('fileName', { need: name, n })
        return (
          <Button
            key={way}
            id={`${id}-add-${way}`}
            kind="ghost"
            icon="plus"
            label={t('addTo', { way: text, name })}
            onPress={() => void of.add(need.code, way, nameOf)}
          >
            {text}
          </Button>
        )
      })}
    </View>
  )
}

/** Whether it is needed, and by which rule. */
const Asked = ({ need, form, count }: Pick<NeedProps, 'need' | 'form'> & { readonly count: number }) => {
  const t = useText(texts)
  const language = useLanguage()
  const because = useWhenText(form)(need, 'because')
  const { name, basis, asked, unconfirmed, optional, onFile } = need
  const standing = onFile ? 'authority' : optional ? 'optional' : 'required'
  return (
    <View className="sb-col g4">
      <View className="sb-need-head">
        <View className="sb-need-name">
          <Words as="b" level={3}>
            {say(name, language)}
          </Words>
        </View>
        {count > 0 ? (
          <Tag tone="ok">{t('added', { n: count })}</Tag>
        ) : (
          <Tag tone={standing === 'required' ? undefined : 'quiet'}>{t(standing)}</Tag>
        )}
      </View>
      {because !== undefined && <Words as="s">{because}</Words>}
      {onFile && <Words as="s">{t('authorityWhy')}</Words>}
      {asked ? (
        <Words>{say(asked, language)}</Words>
      ) : (
        <Words as="s">{t('basis', { basis: say(basis, language) })}</Words>
      )}
      {unconfirmed && <Words as="s warn">{t('unconfirmedNote')}</Words>}
    </View>
  )
}

export const NeedCard = (props: NeedProps) => {
  const { id, need, of, missing } = props
  const t = useText(texts)
  const language = useLanguage()
  const attached = of.attached.filter(({ code }) => code === need.code)
  const sending = of.sending.filter(({ about }) => about.code === need.code)
  const count = attached.length + sending.length
  return (
    <View {...named(id)} className="sb-need" {...role('group')} aria-label={say(need.name, language)}>
      <Asked need={need} form={props.form} count={attached.length} />
      {count > 0 && (
        <View
          className="sb-col g8"
          {...role('list')}
          aria-label={t('files', { name: say(need.name, language) })}
        >
          {attached.map((material) => (
            <Attached key={material.id} {...props} material={material} />
          ))}
          {sending.map((one) => (
            <OnItsWay key={one.key} {...props} one={one} />
          ))}
        </View>
      )}
      {!need.onFile && <Stored {...props} />}
      {of.refused?.code === need.code && (
        <Note tone="warn" icon="info">
          {t(`refused.${of.refused.way}`)}
        </Note>
      )}
      {missing && (
        <View {...named(`${id}-missing`)} className="sb-s sb-danger" {...role('alert')}>
          {t('missing', { name: say(need.name, language) })}
        </View>
      )}
      {!need.onFile &&
        (count < of.most ? <Ways {...props} /> : <Words as="s">{t('full', { n: of.most })}</Words>)}
    </View>
  )
}
