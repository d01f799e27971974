/** The face of a form: the QR code and its typed code, big, while a desk may ask for them. */
import { View } from '@tarojs/components'
import { groupedCode } from '../../../../functions/core/pure/verification-code'
import { useText } from '../../../messages'
import { Qr, role, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { FormFull } from '../model/answers'
import { hasUse, isToShow } from '../model/progress'
import { toneOf, useStateText, useYuan } from './words'
import '../departure.css'

const QR_SIZE = 280

export const FormFace = ({ it }: { readonly it: FormFull }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const stateText = useStateText()
  const code = groupedCode(it.code)
  return (
    <View id="form-face" className="sb-card dp-face">
      <Tag tone={toneOf(it.state)}>{stateText(it.state)}</Tag>
      {hasUse(it) && (
        <>
          <Words as="h center" level={2}>
            {t(isToShow(it) ? 'form.show' : 'form.showAgency')}
          </Words>
          <Qr id="form-qr" text={it.qr} label={t('form.qr')} size={QR_SIZE} />
        </>
      )}
      <View
        id="form-code"
        className="dp-code sb-num"
        {...role('text')}
        aria-label={t('form.codeSpoken', { code: [...it.code].join(' ') })}
      >
        {code}
      </View>
      <Words as="s">{t('form.get')}</Words>
      <Words id="form-net" as="xl num">
        {yuan(it.net)}
      </Words>
    </View>
  )
}
