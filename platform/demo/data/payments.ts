/** What the demonstration's people have paid and owe. DEMONSTRATION DATA. */
import type { ArrearsRow, PaymentRow } from '../../../functions/refunds/public'

const chen = { kind: 'person', number: '990102197805050021' } as const
const enterprise = { kind: 'enterprise', number: '91990102MA0DEM005F' } as const

const line = (
  payer: PaymentRow['payer'],
  number: string,
  tax: string,
  [from, to, paidOn]: readonly [string, string, string],
  paid: number,
): PaymentRow => ({ payer, number, tax, from, to, paidOn, paid })

export const demoPayments: readonly PaymentRow[] = [
  line(chen, '332026110700015201', 'deed', ['2026-10-12', '2026-10-12', '2026-10-12'], 3_150_000),
  line(chen, '332025060900011733', 'vehiclePurchase', ['2025-06-09', '2025-06-09', '2025-06-09'], 1_061_947),
  line(chen, '332026011500010288', 'vehicleVessel', ['2026-01-01', '2026-12-31', '2026-01-15'], 54_000),
  line(chen, '332023030600010042', 'deed', ['2023-03-06', '2023-03-06', '2023-03-06'], 900_000),
  line(chen, '332025123100017744', 'individualIncome', ['2025-01-01', '2025-12-31', '2026-01-09'], 2_748_000),
  line(enterprise, '332026041500020417', 'vat', ['2026-01-01', '2026-03-31', '2026-04-15'], 12_600_000),
  line(
    enterprise,
    '332026071500020986',
    'corporateIncome',
    ['2026-04-01', '2026-06-30', '2026-07-15'],
    84_500_000,
  ),
  line(enterprise, '332026052000020633', 'stamp', ['2026-05-01', '2026-05-20', '2026-05-20'], 45_000),
  line(
    enterprise,
    '332026101500021255',
    'cityMaintenance',
    ['2026-07-01', '2026-09-30', '2026-10-15'],
    441_000,
  ),
]

export const demoArrears: readonly ArrearsRow[] = [{ payer: enterprise, arrears: 126_050 }]
