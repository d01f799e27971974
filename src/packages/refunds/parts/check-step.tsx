/** May it be claimed? The questions that decide it, and every condition at once, as one answers and as the server knows it. */
import { useText } from '../../../messages'
import type { Finding } from '../../../../functions/core/pure/law'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { Findings } from '../../../ui/findings'
import type { FormState } from '../../../ui/form-fields'
import { texts } from '../messages'
import { stops } from '../model/shown'
import { Sections } from './sections'
import type { Checked } from './use-check'
import { WaysOut } from './ways-out'

export const CheckStep = ({
  form,
  sections,
  findings,
  shut,
  checked,
  onVoucher,
}: {
  readonly form: FormState
  readonly sections: readonly string[]
  /** Of this device, with what the server alone knows. */
  readonly findings: readonly Finding[]
  /** Those that stop it whatever is answered: told before anything is asked. */
  readonly shut: readonly Finding[]
  readonly checked: Checked
  readonly onVoucher?: (() => void) | undefined
}) => {
  const t = useText(texts)
  const others = findings.filter(({ code }) => !shut.some((one) => one.code === code))
  return (
    <>
      {shut.length === 0 ? (
        <Words>{t('check.lead')}</Words>
      ) : (
        <>
          <Card id="shut">
            <Findings id="shut-findings" findings={shut} />
          </Card>
          <WaysOut onVoucher={onVoucher} />
        </>
      )}
      <Sections form={form} sections={sections} />
      <Card id="eligibility">
        <Column gap={12}>
          {shut.length > 0 && (
            <Words as="b" level={3}>
              {t('check.others')}
            </Words>
          )}
          <Findings id="findings" findings={others} />
          <Words as="s" live>
            {t(
              checked.error ? 'check.serverFailed' : checked.fresh ? 'check.serverDone' : 'check.serverAsked',
            )}
          </Words>
          {checked.error && (
            <Note tone="warn" icon="offline">
              <Words>{checked.error.message}</Words>
              <Button id="check-again" kind="text" onPress={checked.again}>
                {t('check.again')}
              </Button>
            </Note>
          )}
        </Column>
      </Card>
      {shut.length === 0 && findings.some(stops) && <WaysOut onVoucher={onVoucher} />}
    </>
  )
}
