/** An invoice that was handed over and is gone with a reload: said as such, with the ways to have it again. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, Note, role, Words } from '../../../ui'
import { texts } from '../messages'

export const LostInvoice = () => {
  const t = useText(texts)
  return (
    <>
      <Note icon="info">
        <View id="lost-invoice" {...role('status')}>
          <Words as="b">{t('lost.title')}</Words>
          <Words as="s">{t('lost.why')}</Words>
        </View>
      </Note>
      <View className="sb-pair">
        <Button id="lost-wallet" kind="ghost" icon="book" onPress={() => void go(routes.wallet())}>
          {t('lost.wallet')}
        </Button>
        <Button id="lost-scan" kind="ghost" icon="qr" onPress={() => void go(routes.invoices)}>
          {t('lost.scan')}
        </Button>
      </View>
      <Words>{t('lost.type')}</Words>
    </>
  )
}
