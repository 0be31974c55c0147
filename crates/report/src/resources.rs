//! CPU, memory and disk, in numbers and bars: each bar is a share of the column's greatest.

use crate::amount::{bytes, cores};
use maud::{Markup, html};
use pulsarc_export::{Amounts, Resources, WorkloadResources};

/// What the cluster takes, workload by workload.
pub(crate) fn part(resources: &Resources) -> Markup {
    let greatest = |amount: fn(&Amounts) -> i128| {
        resources.workloads.iter().map(|workload| amount(&workload.total)).max().unwrap_or_default()
    };
    let cpu = greatest(|it| it.cpu_request_millicores.max(it.cpu_limit_millicores.unwrap_or_default()));
    let memory = greatest(|it| it.memory_request_bytes.max(it.memory_limit_bytes.unwrap_or_default()));
    let disk = greatest(|it| it.disk_bytes);
    let limited = resources.total.cpu_limit_millicores.or(resources.total.memory_limit_bytes).is_some();
    html! {
        p.lead {
            "What all pods of a workload request together."
            @if limited { " A line in a bar marks their limit." }
        }
        div.scroll role="group" aria-label="Resources" tabindex="0" {
            table.bars {
                thead { tr {
                    th scope="col" { "Workload" } th.number scope="col" { "Pods" }
                    th scope="col" { "CPU" } th scope="col" { "Memory" } th scope="col" { "Disk" }
                } }
                tbody {
                    @for workload in &resources.workloads { (row(workload, cpu, memory, disk)) }
                }
                tfoot {
                    (total("All", &resources.total))
                    @if let Some(most) = &resources.total_at_most { (total("All, scaled out", most)) }
                }
            }
        }
    }
}

fn row(workload: &WorkloadResources, cpu: i128, memory: i128, disk: i128) -> Markup {
    let (total, pod) = (&workload.total, &workload.pod);
    html! {
        tr {
            th scope="row" { (workload.name) (jvm(workload)) }
            td.number data-label="Pods " {
                (workload.replicas)
                @if let Some(most) = workload.replicas_at_most { " to " (most) }
            }
            td data-label="CPU" {
                (bar(total.cpu_request_millicores, total.cpu_limit_millicores, cpu))
                (cores(total.cpu_request_millicores))
                (each(workload, &cores(pod.cpu_request_millicores), pod.cpu_limit_millicores.map(cores)))
            }
            td data-label="Memory" {
                (bar(total.memory_request_bytes, total.memory_limit_bytes, memory))
                (bytes(total.memory_request_bytes))
                (each(workload, &bytes(pod.memory_request_bytes), pod.memory_limit_bytes.map(bytes)))
            }
            td data-label="Disk" {
                (bar(total.disk_bytes, None, disk))
                (bytes(total.disk_bytes))
                @if total.disk_bytes > 0 { (each(workload, &bytes(pod.disk_bytes), None)) }
            }
        }
    }
}

fn jvm(workload: &WorkloadResources) -> Markup {
    html! {
        @if let Some(jvm) = &workload.jvm {
            small {
                "heap " (bytes(jvm.heap_bytes))
                @if let Some(direct) = jvm.direct_bytes { ", direct " (bytes(direct)) }
            }
        }
    }
}

/// One pod's part of a sum.
fn each(workload: &WorkloadResources, request: &str, limit: Option<String>) -> Markup {
    html! {
        @if workload.replicas > 1 || limit.is_some() {
            small {
                @if workload.replicas > 1 { (request) " a pod" }
                @if let Some(limit) = limit {
                    @if workload.replicas > 1 { ", " }
                    "limit " (limit)
                }
            }
        }
    }
}

fn total(name: &str, amounts: &Amounts) -> Markup {
    html! {
        tr {
            th scope="row" { (name) } td.number {}
            td data-label="CPU" { div { (cores(amounts.cpu_request_millicores)) } }
            td data-label="Memory" { div { (bytes(amounts.memory_request_bytes)) } }
            td data-label="Disk" { div { (bytes(amounts.disk_bytes)) } }
        }
    }
}

/// A bar of a hundred; the number beside it says the same, so it is hidden from those who hear the page.
fn bar(amount: i128, limit: Option<i128>, greatest: i128) -> Markup {
    let share = |part: i128| if greatest > 0 { part * 100 / greatest } else { 0 };
    let least = if amount > 0 { 1 } else { 0 };
    html! {
        svg.bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.track width="100" height="8" rx="2" {}
            rect.filled width=(share(amount).max(least)) height="8" rx="2" {}
            @if let Some(limit) = limit { rect.limit x=(share(limit).min(99)) width="1" height="8" {} }
        }
    }
}
