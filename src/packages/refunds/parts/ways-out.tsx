/** What one can still do where a claim is not possible: another payment, a visit, a person to ask. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, Column, Words } from '../../../ui'
import { texts } from '../messages'

export const WaysOut = ({ onVoucher }: { readonly onVoucher?: (() => void) | undefined }) => {
  const t = useText(texts)
  return (
    <View id="ways-out" className="sb-card">
      <Column gap={8}>
        <Words as="b" level={3}>
          {t('ways.title')}
        </Words>
        <Words as="s">{t('ways.lead')}</Words>
        {onVoucher && (
          <Button id="way-voucher" kind="ghost" onPress={onVoucher}>
            {t('ways.voucher')}
          </Button>
        )}
        <Button id="way-hall" kind="ghost" icon="calendar" onPress={() => void go(routes.halls())}>
          {t('ways.hall')}
        </Button>
        <Button id="way-ask" kind="ghost" icon="help" onPress={() => void go(routes.help)}>
          {t('ways.ask')}
        </Button>
      </Column>
    </View>
  )
}
