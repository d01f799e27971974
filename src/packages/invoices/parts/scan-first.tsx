/** The one big button of invoices, and the two other ways in beside it. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Button, Icon, press } from '../../../ui'
import { texts } from '../messages'
import { ScanProblem, useScanning } from './scanning'

const web = process.env.TARO_ENV === 'h5'

export const ScanFirst = () => {
  const t = useText(texts)
  const scanning = useScanning(() => void go(routes.invoiceLook()))
  return (
    <View className="sb-col g12">
      <View
        id="scan"
        className="inv-scan"
        {...press({ label: t('scan'), onPress: () => void scanning.run() })}
      >
        <View className="inv-scan-mark" aria-hidden="true">
          <Icon name="qr" size="big" />
        </View>
        <View className="sb-col g4 grow">
          <View className="inv-scan-title">{t('scan')}</View>
          <View className="inv-scan-note">{t(web ? 'scan.photo' : 'scan.camera')}</View>
        </View>
      </View>
      <ScanProblem problem={scanning.problem} />
      <View className="sb-pair">
        <Button id="type" kind="ghost" icon="edit" onPress={() => void go(routes.invoiceLook('type'))}>
          {t('type')}
        </Button>
        <Button id="pdf" kind="ghost" icon="download" onPress={() => void go(routes.invoiceLook('pdf'))}>
          {t('pdf')}
        </Button>
      </View>
    </View>
  )
}
