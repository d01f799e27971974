/** What is handed in: each with its copies, form and seal, whether it is needed, and the rule that asks for it. */
import { View } from '@tarojs/components'
import type { Output } from '../../../../client/api'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { Column, Row, Tag, Words } from '../../../../ui'

export type Material = Output<'halls', 'guide'>['guide']['materials'][number]

/** Names stand within sentences elsewhere. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const useFormText = () => {
  const t = useText(texts)
  return ({ copies, format, seal }: Material): string =>
    [
      copies,
      format ? t(`format.${format}`) : '',
      seal === undefined || seal === 'none' ? '' : t(`seal.${seal}`),
    ]
      .filter((part) => part !== '')
      .join(' · ')
}

const One = ({ material }: { readonly material: Material }) => {
  const t = useText(texts)
  const formText = useFormText()
  return (
    <View className="gd-thing" role="listitem">
      <Row top gap={8}>
        <Words as="b">{capital(material.name)}</Words>
        <Tag tone={material.required ? undefined : 'quiet'}>
          {t(material.required ? 'required' : 'optional')}
        </Tag>
      </Row>
      <Words as="s">{formText(material)}</Words>
      {material.onFile && <Words as="s">{t('onFile')}</Words>}
      {material.basis && <Words as="s">{material.basis}</Words>}
    </View>
  )
}

export const Materials = ({ materials }: { readonly materials: readonly Material[] }) => {
  const t = useText(texts)
  if (materials.length === 0) return <Words>{t('noMaterials')}</Words>
  return (
    <Column gap={12}>
      <View role="list" aria-label={t('materials')} className="sb-col g12">
        {materials.map((material) => (
          <One key={material.name} material={material} />
        ))}
      </View>
      <Words as="s">{t('beyond')}</Words>
    </Column>
  )
}
