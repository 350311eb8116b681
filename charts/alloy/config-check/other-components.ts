// Names of components that the tables know nothing more of: a configuration may have them, and nothing in them is judged.
const NAMES = `
beyla: ebpf
database_observability: mysql postgres
discovery: azure consul consulagent digitalocean dns docker dockerswarm ec2 eureka file gce hetzner http ionos kuma lightsail
  linode marathon nerve nomad openstack ovhcloud process puppetdb scaleway serverset triton uyuni
faro: receiver
loki: rules.kubernetes source.awsfirehose source.azure_event_hubs source.cloudflare source.gcplog source.gelf source.heroku
  source.kafka source.windowsevent
mimir: alerts.kubernetes rules.kubernetes
otelcol: auth.azure auth.basic auth.bearer auth.google auth.headers auth.oauth2 auth.sigv4 connector.count connector.host_info
  connector.servicegraph connector.signaltometrics connector.spanlogs connector.spanmetrics exporter.awss3 exporter.azureblob
  exporter.clickhouse exporter.datadog exporter.debug exporter.elasticsearch exporter.faro exporter.file exporter.googlecloud
  exporter.googlecloudpubsub exporter.kafka exporter.loadbalancing exporter.logging exporter.otlp exporter.otlphttp
  exporter.prometheus exporter.splunkhec exporter.syslog extension.jaeger_remote_sampling processor.attributes
  processor.cumulativetodelta processor.deltatocumulative processor.discovery processor.filter processor.groupbyattrs
  processor.interval processor.k8sattributes processor.memory_limiter processor.metric_start_time
  processor.probabilistic_sampler processor.resourcedetection processor.span processor.tail_sampling processor.transform
  receiver.awscloudwatch receiver.awsecscontainermetrics receiver.awss3 receiver.cloudflare receiver.datadog receiver.faro
  receiver.file_stats receiver.filelog receiver.fluentforward receiver.googlecloudpubsub receiver.influxdb receiver.jaeger
  receiver.kafka receiver.loki receiver.opencensus receiver.prometheus receiver.solace receiver.splunkhec receiver.syslog
  receiver.tcplog receiver.vcenter receiver.zipkin storage.file
prometheus: echo enrich exporter.apache exporter.azure exporter.blackbox exporter.cadvisor exporter.catchpoint
  exporter.cloudwatch exporter.consul exporter.databricks exporter.dnsmasq exporter.elasticsearch exporter.gcp exporter.github
  exporter.kafka exporter.memcached exporter.mongodb exporter.mssql exporter.mysql exporter.oracledb exporter.postgres
  exporter.process exporter.redis exporter.self exporter.snmp exporter.snowflake exporter.squid exporter.static
  exporter.statsd exporter.unix exporter.windows operator.podmonitors operator.probes operator.scrapeconfigs
  operator.servicemonitors receive_http relabel remote_write scrape write.queue
pyroscope: ebpf enrich java receive_http relabel scrape write
remote: http s3 vault
`;

/** What a namespace's components begin with, and what comes after it. */
const BY_NAMESPACE: ReadonlyMap<string, readonly string[]> = new Map(
  NAMES.trim()
    .split(/\n(?! )/)
    .map((line) => {
      const [namespace = '', names = ''] = line.split(':');
      return [namespace, names.trim().split(/\s+/)] as const;
    }),
);

/** Namespaces of Alloy's components: a name in one of them may be of a component that came later. */
export const NAMESPACES: ReadonlySet<string> = new Set([...BY_NAMESPACE.keys(), 'local']);

/** Components that Alloy has, and of which no more is known here than the name. */
export const OTHER_COMPONENTS: ReadonlySet<string> = new Set(
  [...BY_NAMESPACE].flatMap(([namespace, names]) => names.map((name) => `${namespace}.${name}`)),
);
