//! What the host names in a configuration represent, as the resolver of a pod reads them: label by label, with the
//! cluster's own namespace and domain at their end or left out.

/// What a host name represents.
#[derive(Debug, PartialEq, Eq)]
pub enum Host<'t> {
    /// A service in the cluster's namespace.
    Service(&'t str),
    /// A pod in the cluster's namespace, by the name that its headless service gives it.
    Pod {
        /// The pod.
        pod: &'t str,
        /// The service.
        service: &'t str,
    },
    /// Another namespace, another cluster, the internet.
    Elsewhere,
}

impl<'t> Host<'t> {
    /// What `host` represents. A name that may be a service's or a domain's, such as `a.b`, is a pod's only if
    /// `is_service` knows `b`. `home` is the cluster's own namespace, `domain` its DNS domain.
    pub fn of(host: &'t str, home: &str, domain: &str, is_service: impl Fn(&str) -> bool) -> Self {
        let labels: Vec<&'t str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
        let domain = domain.split('.');
        let suffix: Vec<&str> = std::iter::once("svc").chain(domain).collect();
        let ending = [suffix.as_slice(), &suffix[..1]].into_iter().find(|ending| labels.ends_with(ending));
        if let Some(ending) = ending {
            return match labels[..labels.len() - ending.len()] {
                [service, namespace] if namespace == home => Self::Service(service),
                [pod, service, namespace] if namespace == home => Self::Pod { pod, service },
                _ => Self::Elsewhere,
            };
        }
        match labels[..] {
            [service] => Self::Service(service),
            [service, namespace] if namespace == home => Self::Service(service),
            [pod, service] if is_service(service) => Self::Pod { pod, service },
            [pod, service, namespace] if namespace == home && is_service(service) => {
                Self::Pod { pod, service }
            }
            _ => Self::Elsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Host::{self, Elsewhere, Pod, Service};

    fn named(host: &str) -> Host<'_> {
        Host::of(host, "pulsar", "k8s.example.com", |name| name == "broker-headless")
    }

    #[test]
    fn services_are_found_under_each_of_their_names() {
        for host in [
            "broker",
            "broker.pulsar",
            "broker.pulsar.svc",
            "broker.pulsar.svc.k8s.example.com",
            "broker.pulsar.svc.k8s.example.com.",
        ] {
            assert_eq!(named(host), Service("broker"), "{host}");
        }
    }

    #[test]
    fn pods_are_found_under_each_of_their_names() {
        let pod = || Pod { pod: "broker-0", service: "broker-headless" };
        for host in [
            "broker-0.broker-headless",
            "broker-0.broker-headless.pulsar",
            "broker-0.broker-headless.pulsar.svc",
            "broker-0.broker-headless.pulsar.svc.k8s.example.com",
        ] {
            assert_eq!(named(host), pod(), "{host}");
        }
    }

    #[test]
    fn a_name_that_only_begins_like_a_service_is_elsewhere() {
        for host in [
            "broker.pulsar-eu",
            "broker.pulsar-eu.svc",
            "broker.pulsar.svc.cluster.local",
            "broker.pulsar.example.com",
            "broker-0.broker-headless.other.svc.k8s.example.com",
            "pulsar.example.com",
            "203.0.113.7",
        ] {
            assert_eq!(named(host), Elsewhere, "{host}");
        }
    }
}
