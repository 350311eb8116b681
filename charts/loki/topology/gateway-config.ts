/** Where each kind of request goes; hosts with their ports. */
export interface GatewayBackends {
  readonly distributor: string;
  readonly queryFrontend: string;
  readonly querier: string;
  readonly ruler: string;
  readonly compactor: string;
}

/** Paths of Loki's HTTP API, by the component that answers them; all others are queries. */
const ROUTES: readonly (readonly [location: string, backend: keyof GatewayBackends])[] = [
  ['= /loki/api/v1/push', 'distributor'],
  ['= /otlp/v1/logs', 'distributor'],
  ['= /api/prom/push', 'distributor'],
  ['= /loki/api/v1/tail', 'querier'],
  ['^~ /loki/api/v1/rules', 'ruler'],
  ['^~ /prometheus/api/v1/rules', 'ruler'],
  ['^~ /prometheus/api/v1/alerts', 'ruler'],
  ['^~ /api/prom/rules', 'ruler'],
  ['^~ /api/prom/alerts', 'ruler'],
  ['= /loki/api/v1/delete', 'compactor'],
  ['= /loki/api/v1/cache/generation_numbers', 'compactor'],
  ['^~ /loki/api/', 'queryFrontend'],
  ['^~ /api/prom/', 'queryFrontend'],
];

/** As large as Loki itself takes a batch by default, and some. */
const LARGEST_BODY = '16m';

/** nginx.conf of the gateway. Whatever is no request of Loki's API is not passed on: `/flush`, `/config` and the rings stay inside. */
export function gatewayConfig(backends: GatewayBackends, port: number): string {
  const location = ([path, backend]: (typeof ROUTES)[number]): string =>
    [
      `    location ${path} {`,
      `      proxy_pass http://${backends[backend]};`,
      ...(backend === 'querier'
        ? ['      proxy_set_header Upgrade $http_upgrade;', '      proxy_set_header Connection "upgrade";']
        : []),
      '    }',
    ].join('\n');
  return `${[
    'worker_processes auto;',
    'pid /tmp/nginx.pid;',
    'error_log /dev/stderr warn;',
    '',
    'events {}',
    '',
    'http {',
    '  access_log off;',
    '  server_tokens off;',
    `  client_max_body_size ${LARGEST_BODY};`,
    '  proxy_http_version 1.1;',
    // Loki's own query_timeout is a minute; it answers first.
    '  proxy_read_timeout 90s;',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `  ${of}_temp_path /tmp/${of};`),
    '',
    '  server {',
    `    listen ${port};`,
    '',
    '    location = / {',
    '      return 200 "ok";',
    '    }',
    ...ROUTES.map(location),
    '    location / {',
    '      return 404;',
    '    }',
    '  }',
    '}',
  ].join('\n')}\n`;
}
