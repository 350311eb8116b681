import { LoggingStack, ManifestApp } from './charts';

export const app = new ManifestApp();

new LoggingStack(app, 'loki', { namespace: 'loki' });

if (require.main === module) app.synth();
