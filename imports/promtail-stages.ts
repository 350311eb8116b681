// Every stage of Promtail's pipelines and its keys. Written by `npm run import:promtail-stages`.
//
// A line is a stage or, indented, a key of it: its name, and its type from which release on, in pieces that `|` divides; `-` ends it.
// The first piece needs no release where the key is as old as the first table. `*` stands for the values of a map with free names.

export const promtailStages: string = `releases 2.1.0 2.9.17 3.6.15
cri: object
 max_partial_line_size: 2.9.17 int
 max_partial_line_size_truncate: 2.9.17 bool
 max_partial_lines: 2.9.17 int
decolorize: 2.9.17 object
docker: object
drop: object
 drop_counter_reason: string
 expression: string
 longer_than: string
 older_than: string
 separator: 2.9.17 string
 source: string | 2.9.17 any
 value: string
eventlogmessage: 2.9.17 object
 drop_invalid_labels: 2.9.17 bool
 overwrite_existing: 2.9.17 bool
 source: 2.9.17 string
geoip: 2.9.17 object
 db: 2.9.17 string
 db_type: 2.9.17 string
 source: 2.9.17 string
json: object
 drop_malformed: 2.9.17 bool
 expressions: map<string>
 source: string
labelallow: 2.9.17 list<string>
labeldrop: list<string>
labels: map<string>
limit: 2.9.17 object
 burst: 2.9.17 int
 by_label_name: 2.9.17 string
 drop: 2.9.17 bool
 max_distinct_labels: 2.9.17 int
 rate: 2.9.17 float
logfmt: 2.9.17 object
 mapping: 2.9.17 map<string>
 source: 2.9.17 string
match: object
 action: string
 drop_counter_reason: string
 pipeline_name: string
 selector: string
 stages: list<any>
metrics: map<object>
 *: object
  config: any
   action: string
   buckets: list<float>
   count_entry_bytes: bool
   match_all: bool
   value: string
  description: string
  max_idle_duration: string
  prefix: string
  source: string
  type: string
multiline: 2.9.17 object
 firstline: 2.9.17 string
 max_lines: 2.9.17 int
 max_wait_time: 2.9.17 string
non_indexed_labels: 2.9.17 map<string>
output: object
 source: string
pack: 2.9.17 object
 ingest_timestamp: 2.9.17 bool
 labels: 2.9.17 list<string>
regex: object
 expression: string
 source: string
replace: object
 expression: string
 replace: string
 source: string
sampling: 2.9.17 object
 drop_counter_reason: 2.9.17 string
 rate: 2.9.17 float
static_labels: 2.9.17 map<string>
structured_metadata: 2.9.17 map<string>
template: object
 source: string
 template: string
tenant: object
 label: 2.9.17 string
 source: string
 value: string
timestamp: object
 action_on_failure: string
 fallback_formats: list<string>
 format: string
 location: string
 source: string
`;
