import type { HandlerDeps } from '@upi-autopay/handlers'
import type { Express } from 'express'

export function mountHostedPage(_app: Express, _deps: HandlerDeps): void {}
