import { hkdfSync } from 'node:crypto'
import { formerSecrets } from './secrets.ts'

/** Keys that backups are proved with: that of HUB_SECRET_KEY, and those of the former ones (HUB_SECRET_KEY_OLD). */
export function backupKeys(secretKey: string, former = ''): [Buffer, ...Buffer[]] {
  const derive = (secret: string) => Buffer.from(hkdfSync('sha256', secret, 'dwar', 'backup', 32))
  return [derive(secretKey), ...formerSecrets(former).map(derive)]
}
