package bed

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"strings"
	"time"

	"golang.org/x/net/dns/dnsmessage"
	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"
)

const (
	domain = "svc.cluster.local."
	// seconds is how long an answer may be kept; CoreDNS says 30 by default, or 5 without its cache.
	seconds = 5
)

// names is the cluster's name server. The name of a service leads to its endpoints at once, also where the service has an
// address: nothing here carries connections from one to the other.
type names struct {
	services corelisters.ServiceLister
	slices   discoverylisters.EndpointSliceLister
	synced   []func() bool
}

func newNames(factory informers.SharedInformerFactory) *names {
	services := factory.Core().V1().Services()
	slices := factory.Discovery().V1().EndpointSlices()
	return &names{
		services: services.Lister(),
		slices:   slices.Lister(),
		synced:   []func() bool{services.Informer().HasSynced, slices.Informer().HasSynced},
	}
}

// serve answers on an address, once it knows the cluster.
func (n *names) serve(address string) error {
	for _, synced := range n.synced {
		for !synced() {
			time.Sleep(20 * time.Millisecond)
		}
	}
	socket, err := net.ListenPacket("udp", address)
	if err != nil {
		return err
	}
	go func() {
		buffer := make([]byte, 4096)
		for {
			count, from, err := socket.ReadFrom(buffer)
			if err != nil {
				fmt.Fprintln(os.Stderr, "names:", err)
				os.Exit(1)
			}
			if answer, err := n.answer(buffer[:count]); err == nil {
				_, _ = socket.WriteTo(answer, from)
			}
		}
	}()
	return nil
}

func (n *names) answer(request []byte) ([]byte, error) {
	var parser dnsmessage.Parser
	header, err := parser.Start(request)
	if err != nil {
		return nil, err
	}
	question, err := parser.Question()
	if err != nil {
		return nil, err
	}
	addresses, known := n.find(strings.ToLower(question.Name.String()))
	header.Response, header.Authoritative, header.RecursionAvailable = true, true, true
	if !known {
		header.RCode = dnsmessage.RCodeNameError
	}
	builder := dnsmessage.NewBuilder(nil, header)
	builder.EnableCompression()
	if err := builder.StartQuestions(); err != nil {
		return nil, err
	}
	if err := builder.Question(question); err != nil {
		return nil, err
	}
	if question.Type == dnsmessage.TypeA || question.Type == dnsmessage.TypeALL {
		if err := builder.StartAnswers(); err != nil {
			return nil, err
		}
		about := dnsmessage.ResourceHeader{Name: question.Name, Class: question.Class, TTL: seconds}
		for _, address := range addresses {
			if err := builder.AResource(about, dnsmessage.AResource{A: address.As4()}); err != nil {
				return nil, err
			}
		}
	}
	return builder.Finish()
}

// find gives the addresses of `SERVICE.NAMESPACE.svc.cluster.local` or `HOST.SERVICE.NAMESPACE...`, and whether there is
// such a name.
func (n *names) find(name string) ([]netip.Addr, bool) {
	rest, ours := strings.CutSuffix(name, "."+domain)
	if !ours {
		return nil, false
	}
	parts := strings.Split(rest, ".")
	host := ""
	if len(parts) == 3 {
		host, parts = parts[0], parts[1:]
	}
	if len(parts) != 2 {
		return nil, false
	}
	service, err := n.services.Services(parts[1]).Get(parts[0])
	if err != nil {
		return nil, false
	}
	if host == "" && service.Name == "kubernetes" && service.Namespace == core.NamespaceDefault {
		return []netip.Addr{netip.MustParseAddr(api)}, true
	}
	addresses := n.endpoints(service, host)
	// A pod that is not ready has no name, unless its service says so; the service itself has.
	return addresses, host == "" || len(addresses) > 0
}

func (n *names) endpoints(service *core.Service, host string) []netip.Addr {
	of := labels.SelectorFromSet(labels.Set{discovery.LabelServiceName: service.Name})
	slices, err := n.slices.EndpointSlices(service.Namespace).List(of)
	if err != nil {
		return nil
	}
	var found []netip.Addr
	for _, slice := range slices {
		for _, endpoint := range slice.Endpoints {
			ready := endpoint.Conditions.Ready == nil || *endpoint.Conditions.Ready
			named := host == "" || endpoint.Hostname != nil && *endpoint.Hostname == host
			if !ready || !named {
				continue
			}
			for _, text := range endpoint.Addresses {
				if address, err := netip.ParseAddr(text); err == nil && address.Is4() {
					found = append(found, address)
				}
			}
		}
	}
	return found
}
